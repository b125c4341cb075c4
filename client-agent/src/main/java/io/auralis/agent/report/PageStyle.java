package io.auralis.agent.report;

/** How the page looks: light or dark as the reader's machine is, wide or narrow, on screen or paper. */
final class PageStyle {
    private PageStyle() {}

    // Text has a contrast of at least 4.5 on its ground and lines of at least 3 (WCAG 2.2, 1.4.3 and 1.4.11).
    static final String CSS = """
            :root { color-scheme: light dark; --ground: #fff; --text: #1a1d21; --soft: #59616b; --rule: #d5d9de;
              --before: #6b7480; --after: #0a5cbf; --wash: #f3f5f7; }
            @media (prefers-color-scheme: dark) { :root { --ground: #14171b; --text: #e7eaee; --soft: #a3acb7;
              --rule: #343a42; --before: #949eaa; --after: #6cb0ff; --wash: #1d2127; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
            main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
            h1 + p { margin: 0; color: var(--soft); }
            h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
            h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
            .verdict { margin: 1rem 0 .5rem; font-size: 1.1rem; color: var(--text); }
            .files, footer, figcaption, .legend, .unit { color: var(--soft); font-size: .9rem; }
            .files { margin: 0; }
            footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .6rem .3rem 0; text-align: right; vertical-align: top; font-weight: normal;
              border-bottom: 1px solid var(--rule); overflow-wrap: normal; }
            thead th { color: var(--soft); font-size: .85rem; }
            th:first-child, .why, .plan th:last-child, .unit, .meters th:last-child, .plan th:nth-child(5) {
              text-align: left; }
            td.final { font-weight: 600; }
            .meters { max-width: 34rem; }
            .why { width: 45%; overflow-wrap: anywhere; }
            figure { margin: .5rem 0 0; }
            figcaption { margin-top: .25rem; }
            .legend { margin: .25rem 0; display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
            .key::before { content: ""; display: inline-block; width: 1.4rem; margin-right: .4rem; vertical-align: .25em;
              border-top: 3px solid var(--before); }
            .key.after::before { border-color: var(--after); }
            .plot { position: relative; height: 15rem; margin: 0 0 1.6rem 2.4rem; }
            svg { display: block; width: 100%; height: 100%; background: var(--wash); }
            path { fill: none; stroke-width: 1.5; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
            .grid { stroke: var(--rule); stroke-width: 1; }
            .zero { stroke: var(--soft); stroke-width: 1; }
            path.before { stroke: var(--before); }
            path.after { stroke: var(--after); }
            path.whole { stroke-dasharray: 6 4; stroke-width: 1; }
            path.wave { stroke-width: .5; fill-opacity: .8; }
            path.before.wave { fill: var(--before); }
            path.after.wave, .bar { fill: var(--after); }
            .ceiling { stroke: var(--text); stroke-width: 1; stroke-dasharray: 6 4; }
            .x, .y { position: absolute; font-size: .75rem; line-height: 1; color: var(--soft); white-space: nowrap; }
            .x { top: 100%; margin-top: .35rem; transform: translateX(-50%); }
            .x.first { transform: none; }
            .x.last { transform: translateX(-100%); }
            .y { right: 100%; margin-right: .4rem; transform: translateY(-50%); }
            details { margin: .4rem 0; }
            summary { cursor: pointer; }
            details ul { color: var(--soft); font-size: .9rem; }
            @media (max-width: 40rem) {
              .plot { height: 11rem; }
              .plan, .plan thead, .plan tbody { display: block; }
              .plan tr { display: grid; grid-template-columns: 5.2rem repeat(3, 1fr) 3rem; padding: .3rem 0;
                border-bottom: 1px solid var(--rule); }
              .plan th, .plan td { border: 0; padding: 0 .5rem 0 0; }
              .plan thead th:last-child, .why:empty { display: none; }
              .why { grid-column: 1 / -1; width: auto; color: var(--soft); font-size: .9rem; }
            }
            @media print { details > * { display: block; } .plot { break-inside: avoid; } }
            """;
}
