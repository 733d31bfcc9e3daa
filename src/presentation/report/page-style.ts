/** The style sheet of a report page; colours are the custom properties of `paletteStyle`. */
export const pageStyle = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;padding:0 1.25rem 3rem;background:var(--paper);color:var(--ink);
  font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
  font-variant-numeric:lining-nums;text-rendering:optimizeLegibility}
header,nav,main,footer{max-width:47.5rem;margin-inline:auto}
header{padding-top:clamp(2rem,7vw,5rem)}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);line-height:1.12;letter-spacing:-.02em;margin:0 0 1rem;
  font-weight:750;text-wrap:balance}
h2{font-size:clamp(1.3rem,1.1rem + .8vw,1.6rem);line-height:1.25;letter-spacing:-.01em;margin:0 0 .75rem;
  font-weight:700;text-wrap:balance}
p{margin:0 0 1em;max-width:66ch;text-wrap:pretty;overflow-wrap:break-word}
.lead{font-size:clamp(1.1rem,1rem + .5vw,1.3rem);line-height:1.5;color:var(--muted);max-width:60ch}
.lead strong,.lead em{color:var(--ink)}
a{color:var(--quantum);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--quantum);outline-offset:3px;border-radius:2px}
code{font:.88em/1 ui-monospace,"SF Mono",Menlo,Consolas,monospace;background:var(--shade);padding:.12em .35em;border-radius:4px}
sub,sup{line-height:0;font-size:.75em}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.highlights{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:1.25rem 2rem;margin:2rem 0 0}
.highlights>div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-top:3px solid var(--rule);padding-top:.6rem}
.highlights dt{color:var(--muted);font-size:.92rem;line-height:1.4}
.highlights dd{margin:0 0 .2rem;font-size:1.75rem;font-weight:700;line-height:1.2;letter-spacing:-.01em;
  font-variant-numeric:tabular-nums lining-nums}
.highlights .quantum{border-color:var(--quantum)}
.highlights .classical{border-color:var(--classical)}
nav{margin-top:2.5rem;padding:1rem 0;border-block:1px solid var(--rule);font-size:.95rem}
nav h2{font-size:.8rem;letter-spacing:.06em;color:var(--muted);margin:0 0 .35rem;font-weight:600}
nav ol{margin:0;padding-left:1.4em;columns:18rem 2;column-gap:2.5rem}
nav li{break-inside:avoid;padding:.1rem 0}
nav li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-top:3rem}
figure{margin:1.75rem 0 2.25rem}
.drawing svg{display:block;width:100%;height:auto;max-width:47.5rem}
.drawing.narrow{display:none}
.drawing.narrow svg{max-width:30rem}
figcaption{margin-top:.75rem;font-size:.95rem;line-height:1.5;color:var(--muted);max-width:66ch}
figcaption strong,figcaption em{color:var(--ink)}
details{margin-top:.6rem;font-size:.95rem}
summary{cursor:pointer;color:var(--quantum);width:fit-content}
.scroll{overflow:auto;max-height:32rem;margin:.75rem 0 1.25rem}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums;min-width:min(100%,24rem)}
caption{text-align:left;color:var(--muted);padding-bottom:.4rem}
th,td{padding:.3rem .9rem .3rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule);white-space:nowrap}
.long{white-space:normal;min-width:16rem}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:var(--muted);border-bottom:0;box-shadow:inset 0 -1px var(--muted);position:sticky;top:0;background:var(--paper)}
tbody th{font-weight:400}
.number{text-align:right}
tr.total>*{font-weight:650;border-bottom-color:transparent}
tr:not(.total)+tr.total>*{border-top:1px solid var(--muted)}
dl.labels{margin:0 0 1em;max-width:66ch}
dl.labels>div{display:grid;grid-template-columns:8.5rem 1fr;gap:.25rem 1rem;padding:.3rem 0;border-bottom:1px solid var(--rule)}
dl.labels dt{font-weight:600}
dl.labels dd{margin:0}
.sample{display:inline-block;vertical-align:-.1em;fill:none;margin-right:.2rem}
.sample+.sample,.samples svg:not(:first-child){margin-left:.9rem}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.85rem;color:var(--muted)}
footer dl{display:flex;flex-wrap:wrap;gap:.35rem 1.75rem;margin:0}
footer dl>div{display:flex;gap:.4rem;min-width:0}
footer dt::after{content:":"}
footer dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
@media (max-width:44rem){
  body{padding-inline:.75rem;font-size:1rem}
  .drawing.wide{display:none}
  .drawing.narrow{display:block}
  dl.labels>div{grid-template-columns:1fr;gap:0}
}
@media print{
  @page{margin:18mm 16mm}
  body{padding:0;font-size:10.5pt}
  header{padding-top:0}
  nav,.skip,summary{display:none}
  details{display:none}
  .scroll{overflow:visible;max-height:none}
  section{padding-top:1.5rem}
  h2{break-after:avoid}
  figure,tr{break-inside:avoid}
  .drawing.wide{display:block}
  .drawing.narrow{display:none}
  a{color:inherit;text-decoration:none}
}`.trim();
