# How Swift becomes a WebAssembly module: for tools/wasm and tools/wasm-canaries, which source this
# after they have defined `fail`.

command -v swiftc >/dev/null || fail "swiftc is not on the PATH; install Swift 6.3"
command -v python3 >/dev/null || fail "python3 is not on the PATH"
toolchain=$(dirname "$(readlink -f "$(command -v swiftc)")")
for tool in wasm-ld clang; do
  [ -x "$toolchain/$tool" ] || fail "$tool is not beside swiftc in $toolchain"
done

# What makes modules smaller: loops stay loops, and a function is inlined only where that is less than
# a call.
small=()
for option in -sil-disable-pass=loop-unroll -sil-inline-removed-call-benefit=5 \
  -sil-inline-removed-load-benefit=0 -sil-inline-removed-store-benefit=0 \
  -sil-inline-removed-terminator-benefit=0 -sil-inline-generic-specialization-benefit=0; do
  small+=(-Xllvm "$option")
done

# Where bytes are copied or filled a function is called: LLVM puts a test of the length, even of a
# constant one, around each memory.copy. tools/wasm-memory.s has the functions.
no_bulk_memory=(-Xcc -mno-bulk-memory -Xcc -mno-bulk-memory-opt)

# compile FOLDER MODULE SOURCES OPTION…: all modules but one are optimised as a whole when they are
# linked. The one with the secrets is linked as the object code that tools/constant-time looks at. With
# incremental code generation an object would hold a hash of, among others, its folder's name.
compile() {
  local folder=$1 module=$2 sources=$3
  shift 3
  local optimisation=("${small[@]}" -lto=llvm-full)
  [ "$module" != MatterCrypto ] || optimisation=()
  swiftc -target wasm32-unknown-none-wasm -Osize -wmo -parse-as-library -swift-version 6 \
    -package-name matter-sim -module-name "${module//-/_}" -warnings-as-errors \
    -strict-memory-safety -enable-upcoming-feature ExistentialAny \
    -enable-upcoming-feature MemberImportVisibility -enable-experimental-feature Embedded \
    -enable-experimental-feature Lifetimes -enable-experimental-feature AddressableParameters \
    -enable-experimental-feature Extern -Xfrontend -disable-stack-protector \
    -Xfrontend -function-sections -Xfrontend -disable-incremental-llvm-codegen \
    "${optimisation[@]}" "${no_bulk_memory[@]}" -I "$folder" \
    -emit-module -emit-module-path "$folder/${module//-/_}.swiftmodule" \
    "$@" -c "$sources"/**/*.swift -o "$folder/$module.o"
}

# compile_memory FOLDER: memcpy and its like.
compile_memory() {
  "$toolchain/clang" -target wasm32-unknown-none-wasm -mbulk-memory -c tools/wasm-memory.s \
    -o "$1/memory.o"
}

# link FOLDER PROGRAM FILE LIBRARIES OPTION…: no allocator is offered, so what allocates does not
# link. A function with more than 1 KB of locals is not inlined: its caller would need that stack all
# the time. LIBRARIES is the name of a list of modules.
link() {
  local folder=$1 program=$2 file=$3
  local -n libraries=$4
  shift 4
  local objects=("${libraries[@]/#/$folder/}")
  "$toolchain/wasm-ld" --no-entry --gc-sections --fatal-warnings --stack-first \
    -z stack-size=65536 --no-growable-memory --lto-O2 -mllvm -inline-max-stacksize=1024 \
    -mllvm -mattr=-bulk-memory,-bulk-memory-opt -mllvm -disable-lsr -mllvm -enable-merge-functions \
    -O2 -s --compress-relocations "$@" \
    "$folder/$program.o" "${objects[@]/%/.o}" "$folder/memory.o" -o "$folder/unpacked.wasm" ||
    fail "$program does not link as a WebAssembly module"
  tools/wasm-pack "$folder/unpacked.wasm" "$folder/$file"
}
