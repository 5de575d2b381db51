/// The looks. Blue and vermilion are told apart by all eyes (Okabe and Ito's palette), and every
/// state has a mark or a line of its own besides.
enum HTMLStyle {
  static let sheet = """
    :root {
      color-scheme: light dark;
      --paper: #fcfcfa; --panel: #f3f3ef; --ink: #1c1d20; --quiet: #6b6e76; --rule: #dcdcd5;
      --ok: #00639c; --ok-tint: #e3eff7; --gap: #b84300; --gap-tint: #fde8da;
      --excused: #7a5195; --excused-tint: #f1e8f7; --select: #fff3b8;
      --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", "DejaVu Sans Mono", monospace;
      --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181b; --panel: #1f2125; --ink: #e6e6e3; --quiet: #9a9da6; --rule: #34363c;
        --ok: #6cb8ea; --ok-tint: #17303f; --gap: #ff9b5e; --gap-tint: #452612;
        --excused: #cfa6e8; --excused-tint: #35263f; --select: #4a431c;
      }
    }
    * { box-sizing: border-box; }
    html { font: 15px/1.5 var(--sans); background: var(--paper); color: var(--ink); }
    body { margin: 0; }
    code, pre { font-family: var(--mono); font-size: 0.87em; }
    a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: 3px; }
    a:hover { text-decoration-color: currentColor; }
    small { font-size: 0.8em; font-weight: 400; color: var(--quiet); }
    h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; font-weight: 650; letter-spacing: -0.01em; }
    h2 { font-size: 1.1rem; margin: 0 0 0.6rem; font-weight: 650; }
    h3 { font-size: 0.95rem; margin: 0 0 0.3rem; font-weight: 600; }
    header { padding: 1rem 1.5rem 0.9rem; border-bottom: 1px solid var(--rule); }
    .figures { margin: 0.2rem 0 0; color: var(--quiet); font-variant-numeric: tabular-nums; }
    .up { float: right; color: var(--quiet); }
    .folder { color: var(--quiet); font-weight: 400; }
    .hint { color: var(--quiet); font-size: 0.9rem; }
    .ok { color: var(--ok); } .gap { color: var(--gap); } .excused { color: var(--excused); }
    .mark { font-weight: 700; margin-right: 0.4em; } .mark.alone { color: var(--ok); margin: 0; }
    .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }

    /* The first page and those of inputs. */
    .index main, .input main { max-width: 76rem; padding: 1.5rem; margin: 0 auto; }
    .index header, .input header { max-width: 76rem; margin: 0 auto; }
    section { margin-bottom: 2.5rem; }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem;
      margin-bottom: 2.5rem; }
    .card { background: var(--panel); border-radius: 10px; padding: 0.9rem 1.1rem; }
    .card h3 { color: var(--quiet); font-weight: 500; }
    .card p { font-size: 1.7rem; line-height: 1.25; margin: 0 0 0.35rem; font-weight: 650;
      font-variant-numeric: tabular-nums; }
    .card p small { font-size: 0.55em; }
    .bar { display: inline-flex; width: 100%; min-width: 6rem; height: 8px; border-radius: 4px;
      overflow: hidden; vertical-align: middle; background: repeating-linear-gradient(-45deg,
      var(--gap) 0 3px, var(--gap-tint) 3px 6px); }
    .bar i { height: 100%; } .bar .ok { background: var(--ok); }
    .bar .excused { background: var(--excused); }
    .files { border-collapse: collapse; width: 100%; }
    .files th { text-align: left; font-weight: 500; color: var(--quiet); font-size: 0.85rem; }
    .files th.figure { text-align: right; }
    .files td, .files th { padding: 0.28rem 0.8rem 0.28rem 0; border-bottom: 1px solid var(--rule); }
    .files td:first-child { font-family: var(--mono); font-size: 0.87em; }
    .none { font-size: 1.05rem; background: var(--ok-tint); padding: 0.7rem 1rem; border-radius: 8px; }
    .problems { color: var(--gap); }
    ul.gaps { list-style: none; padding: 0; margin: 0 0 1.4rem; }
    ul.gaps li { padding: 0.3rem 0 0.3rem 0.8rem; border-left: 3px solid var(--rule); }
    .ofFile ul.gaps li { border-left-color: var(--gap); margin-bottom: 2px; }
    ul.gaps a { text-decoration: none; display: flex; gap: 0.7rem; }
    ul.gaps a:hover code { text-decoration: underline; }
    .place { color: var(--quiet); min-width: 2.4rem; text-align: right; flex: none;
      font-variant-numeric: tabular-nums; }
    .why { display: block; color: var(--quiet); font-size: 0.88rem; margin-left: 3.1rem; }
    .ofFile .why { color: var(--gap); }
    table.events { border-collapse: collapse; width: 100%; }
    table.events > tbody > tr > td, table.events th { padding: 0.5rem 0.8rem 0.5rem 0;
      border-top: 1px solid var(--rule); vertical-align: top; text-align: left; }
    table.events .figure { font-weight: 650; width: 5rem; }
    table.events ul { list-style: none; margin: 0; padding: 0; }
    table.events li { display: grid; grid-template-columns: minmax(0, 1fr) 9rem; gap: 1rem; }
    table.events a { text-decoration: none; display: grid; gap: 1rem;
      grid-template-columns: minmax(0, 18rem) minmax(0, 1fr); }
    table.events a:hover code { text-decoration: underline; }
    table.events .place { font-size: 0.88rem; text-align: left; overflow-wrap: anywhere; }
    table.events code { overflow-wrap: anywhere; }
    table.events tr:target { background: var(--select); }
    .what { font: 600 0.82rem var(--mono); color: var(--ok); }

    /* A source, and beside it the table of what was clicked. */
    body.file { display: grid; grid-template: auto 1fr / minmax(0, 1.35fr) minmax(26rem, 1fr);
      height: 100vh; }
    .file header { grid-column: 1 / 3; }
    .file main, .file aside { overflow: auto; min-height: 0; }
    .file aside { border-left: 1px solid var(--rule); background: var(--panel); padding: 1.2rem 1.4rem; }
    .source { font: 13px/1.55 var(--mono); padding: 0.8rem 0 3rem; min-width: max-content; tab-size: 4; }
    .line { display: flex; border-left: 4px solid transparent; padding-right: 1.5rem; }
    .source .line { color: var(--ink); }
    .line.ok { border-left-color: var(--ok); } .line.excused { border-left: 4px dotted var(--excused); }
    .line.gap { border-left: 4px double var(--gap); background: var(--gap-tint); }
    .line > .number, .line > .hits { flex: none; text-align: right; color: var(--quiet);
      text-decoration: none; user-select: none; font-variant-numeric: tabular-nums; }
    .line > .number { width: 3.2rem; } .line > .hits { width: 4.6rem; padding-right: 1.2rem; opacity: 0.75; }
    .line > code { font-size: inherit; white-space: pre; }
    .line:target { outline: 2px solid var(--select); }
    .comment { color: var(--quiet); font-style: italic; }
    .part { border-bottom: 2px solid; padding-bottom: 1px; }
    [data-item] { cursor: pointer; } [data-item]:hover { background: var(--select); }
    .part.ok { border-color: var(--ok); } .part.excused { border-bottom: 2px dotted var(--excused); }
    .part.gap { border-bottom: 3px double var(--gap); }
    .source .part, .source .condition { color: inherit; }
    .source .condition.gap { background: color-mix(in srgb, var(--gap) 28%, transparent); border-radius: 3px; }
    .part.selected { background: var(--select); border-radius: 3px; }
    .item { display: none; } .item:target { display: block; }
    aside:has(.item:target) .summary { display: none; }
    .item h2 { margin-bottom: 0.5rem; } .item h2 small { margin-left: 0.4rem; }
    pre.text { margin: 0 0 1rem; padding: 0.6rem 0.8rem; background: var(--paper);
      border: 1px solid var(--rule); border-radius: 8px; white-space: pre-wrap; }
    .conditions { list-style: none; padding: 0; margin: 0 0 1.1rem; }
    .conditions li { display: flex; gap: 0.3rem; padding: 0.25rem 0; }
    .conditions .number { color: var(--quiet); min-width: 1.3rem; }
    .conditions code { color: var(--ink); }
    .conditions .why { margin: 0; } .conditions .gap .why { color: var(--gap); }
    .truth { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
    .truth th { font-weight: 500; color: var(--quiet); font-size: 0.82rem; text-align: center; }
    .truth th:last-child, .truth td:last-child { text-align: left; }
    .truth th, .truth td { padding: 0.32rem 0.4rem; border-bottom: 1px solid var(--rule); text-align: center;
      vertical-align: top; }
    .truth .figure { text-align: right; }
    .truth .true, .truth .false { font: 600 0.84rem var(--mono); }
    .truth td > .true, .truth td > .false { display: inline-block; min-width: 1.5rem; padding: 0 0.25rem;
      border-radius: 4px; border: 1px solid var(--ink); }
    .truth td > .true { background: var(--ink); color: var(--paper); }
    .truth .proof { background: var(--ok-tint); box-shadow: inset 0 0 0 2px var(--ok); }
    .truth .unread { color: var(--quiet); }
    .truth .wanted td { color: var(--gap); border-bottom-style: dashed; }
    .truth .wanted td > span { opacity: 0.6; }
    .truth .event { white-space: nowrap; margin-right: 0.5rem; }
    .truth details { display: inline; } .truth summary { display: inline; color: var(--quiet); cursor: pointer; }
    .legend .part { margin-right: 1rem; }
    @media (max-width: 60rem) {
      body.file { display: block; height: auto; }
      .file aside { border-left: 0; border-top: 1px solid var(--rule); }
    }
    @media print { body.file { display: block; height: auto; } .item { display: block; } }

    """
}
