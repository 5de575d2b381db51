import Glibc

// A reader that has gone shows as EPIPE instead of ending the process.
_ = signal(SIGPIPE, SIG_IGN)

var pump = FramePump()
let ending = pump.run()
ending.report()
exit(ending.status)
