/** What the gallery adds to the style sheet of a report page. */
export const galleryStyle = `
article{padding-top:2.25rem;margin-top:2.25rem;border-top:1px solid var(--rule)}
h2+article{border-top:0;margin-top:0;padding-top:.5rem}
h3{font-size:clamp(1.1rem,1rem + .5vw,1.3rem);line-height:1.3;margin:0 0 .5rem;font-weight:700;text-wrap:balance}
.number-mark{color:var(--muted);font-weight:500;font-variant-numeric:tabular-nums;margin-right:.35em}
nav h3{font-size:.95rem;margin:.9rem 0 .2rem}
nav ol{list-style:none;padding:0;columns:15rem 2}
nav a{display:flex;gap:.6em;padding:.15rem 0}
nav .number-mark{margin:0}
figure.circuit{margin:1.25rem 0 .75rem}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:0;font-size:.92rem}
.facts>div{display:flex;gap:.35em}
.facts dd{margin:0;font-weight:650;font-variant-numeric:tabular-nums lining-nums}
.facts dt,.kinds,.source,.verdict{color:var(--muted)}
.kinds,.source,.verdict{font-size:.9rem;line-height:1.45;max-width:none}
.kinds{margin:.15rem 0 1.5rem}
.verdict{margin:.35rem 0 1.25rem}
.source{margin:.8rem 0 0}
.outcome{display:flex;flex-wrap:wrap;gap:0 2.5rem;align-items:flex-start}
.outcome .results{flex:1 1 16rem;min-width:0}
.outcome .scroll{margin:0}
.outcome table{min-width:min(100%,14rem)}
.outcome th{white-space:normal}
.outcome figure.picture{flex:1 1 20rem;min-width:0;margin:0 0 1.25rem}
pre{margin:.6rem 0 1rem;padding:.75rem .9rem;background:var(--shade);border-radius:6px;overflow:auto;max-height:28rem;
  font-size:.82rem;line-height:1.5;tab-size:2}
pre code{font:1em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace;background:none;padding:0}
pre i{color:var(--muted);font-style:normal}
pre:focus-visible{outline:2px solid var(--quantum);outline-offset:2px}
@media (max-width:44rem){
  pre{font-size:.75rem;padding:.6rem}
  article{padding-top:1.75rem;margin-top:1.75rem}
}
@media (max-width:22rem){
  .outcome table{font-size:.8rem}
  .outcome th,.outcome td{padding-right:.55rem}
}
@media print{
  details:not(.export){display:block}
  details::details-content{content-visibility:visible;display:block;height:auto;overflow:visible}
  pre{max-height:none;overflow:visible;white-space:pre-wrap;overflow-wrap:anywhere;font-size:7.5pt;line-height:1.35;
    padding:.4rem .6rem;columns:2;column-gap:1.5rem;break-inside:avoid}
  article{break-inside:auto;padding-top:1rem;margin-top:1rem}
  h3,h3+p{break-after:avoid}
  h3+p{break-inside:avoid}
  .outcome{break-inside:avoid}
  figure.circuit svg{max-height:180mm;width:auto}
}`.trim();
