import { createHash } from 'node:crypto';

/** Phone first; nothing is loaded but this: the phone's own fonts, no script. */
export const STYLE = `
*{box-sizing:border-box}
:root{--ink:#1f2733;--soft:#51607a;--blue:#0b4a9e;--pale:#eef4fc;--line:#d5dde9;color-scheme:light}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;font:1rem/1.7 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:#fff;overflow-wrap:anywhere}
a{color:var(--blue);text-underline-offset:.2em}
a:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid #c25700;outline-offset:2px}
.wide{max-width:60rem;margin:0 auto;padding:0 1rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem}
.top{background:var(--blue);color:#fff}
.top .wide{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.top a{color:#fff;text-decoration:none;padding:.75rem 0;min-height:44px}
.top a:hover{text-decoration:underline}
.top a:focus-visible{outline-color:#fff}
.brand{font-weight:700}
main.wide{padding:1rem 1rem 2rem}
h1{font-size:1.5rem;line-height:1.35;margin:.5rem 0}
h2{font-size:1.2rem;line-height:1.4;color:var(--blue);margin:2rem 0 .5rem;border-bottom:2px solid var(--pale);padding-bottom:.25rem}
.note,.sub{color:var(--soft)}
.note{margin:.25rem 0 1rem}
.find{display:flex;gap:.5rem;margin:1rem 0}
.find input{flex:1;min-width:0;font:inherit;padding:.6rem .75rem;border:1px solid #76849b;border-radius:.4rem;min-height:44px;color:inherit;background:#fff}
.find button{font:inherit;font-weight:700;color:#fff;background:var(--blue);border:0;border-radius:.4rem;padding:0 1.25rem;min-height:44px}
ul.tiles,ul.rows{list-style:none;margin:0;padding:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.5rem}
.tiles a{display:flex;justify-content:space-between;gap:.5rem;align-items:center;min-height:48px;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.4rem;text-decoration:none;background:#fff}
.tiles a:hover{background:var(--pale)}
.wider{grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
.rows li{border-bottom:1px solid var(--line);padding:.6rem 0}
.rows a{font-weight:600;display:inline-block;min-height:28px}
.rows .sub{display:block;font-size:.95rem}
.more{display:inline-block;margin-top:1rem;padding:.6rem 0;min-height:44px}
.toc ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;margin:0;padding:0}
.toc a{display:inline-block;padding:.6rem 0;min-height:44px}
dl{margin:0}
.key{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:1rem 0}
.key div{background:var(--pale);border-radius:.4rem;padding:.6rem .75rem}
dt{color:var(--soft);font-size:.95rem}
dd{margin:0}
.key dd{font-weight:700;color:var(--blue)}
.facts>div{padding:.4rem 0;border-bottom:1px solid var(--line)}
ol.cards{padding-left:1.6rem;margin:0}
.cards>li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.cards dl div{display:flex;gap:.75rem}
.cards dt{flex:none}
.places{list-style:none;margin:0;padding:0}
.places li{padding:.6rem 0;border-bottom:1px solid var(--line)}
.places address{font-style:normal}
.places a,.foot a{display:inline-block;min-height:28px}
summary{padding:.6rem 0;min-height:44px;color:var(--blue);cursor:pointer}
.papers{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
.papers ul{margin:0;padding-left:1.25rem}
.papers li a{display:inline-block;padding:.5rem 0;min-height:44px}
figure{margin:0;text-align:center;font-size:.95rem;color:var(--soft)}
figure svg{width:9rem;height:9rem;display:block;margin:0 auto}
.foot.wide{border-top:1px solid var(--line);padding:1rem 1rem 2rem;color:var(--soft)}
.foot strong{color:var(--ink);font-size:1.15rem}
.field{margin:1.25rem 0}
.field label,.field legend,fieldset.slots legend{font-weight:700;display:block;padding:0}
.hint{color:var(--soft);font-size:1rem;margin:0}
.field input,.field select{font:inherit;width:100%;max-width:28rem;padding:.6rem .75rem;border:1px solid #76849b;border-radius:.4rem;min-height:44px;color:inherit;background:#fff;display:block;margin-top:.25rem}
.field input[type=file]{border-style:dashed}
.fault{color:#b3261e;font-weight:700;margin:.25rem 0 0}
.fault::before{content:"！"}
.field.wrong{border-left:4px solid #b3261e;padding-left:.75rem}
.faults{border:2px solid #b3261e;border-radius:.4rem;padding:.75rem 1rem;margin:1rem 0}
.faults h2{color:#b3261e;border:0;margin:0}
.faults ul{margin:.25rem 0 0;padding-left:1.25rem}
.faults a{color:#b3261e;display:inline-block;min-height:28px}
.button{font:inherit;font-weight:700;color:#fff;background:var(--blue);border:2px solid var(--blue);border-radius:.4rem;padding:.5rem 1.5rem;min-height:48px;cursor:pointer;display:inline-block;text-decoration:none}
.button.plain{color:var(--blue);background:#fff}
fieldset{border:0;margin:1.25rem 0;padding:0;min-width:0}
.slots ul,.days{list-style:none;margin:.5rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.5rem}
.slots label,.days a{display:flex;align-items:center;gap:.5rem;min-height:48px;padding:.25rem .75rem;border:1px solid #76849b;border-radius:.4rem;font-weight:400;text-decoration:none}
.days a[aria-current]{background:var(--blue);color:#fff;font-weight:700}
.slots input{width:1.25rem;height:1.25rem;flex:none}
.slots .full{color:var(--soft);background:#f3f5f8;border-style:dashed}
.code{font-size:2rem;font-weight:700;letter-spacing:.1em;color:var(--blue);margin:.25rem 0}
.ways{display:flex;flex-wrap:wrap;gap:.75rem}
.card{background:var(--pale);border-radius:.4rem;padding:.75rem 1rem;margin:1rem 0}
.steps{padding-left:0;list-style:none}
.steps li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.steps .now{font-weight:700}
@media(min-width:48rem){h1{font-size:2rem}.key{grid-template-columns:repeat(4,1fr)}.facts{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.places{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}}
@media print{.top,.skip,.toc,.papers ul,.find,.ways{display:none}body{font-size:11pt}h2{break-after:avoid}.cards>li,.places li{break-inside:avoid}a{color:inherit;text-decoration:none}details:not([open])>*{display:block}}
`.trim();

const HASH = createHash('sha256').update(STYLE).digest('base64url').slice(0, 12);

/** Its address changes with it, so that a browser may keep it for good. */
export const STYLE_FILE = `style-${HASH}.css`;
