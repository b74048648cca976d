/** The looks of the preview, and of the empty pages in its frames. Which of them are shown is decided here, without a script. */
export const style = `
:root{color-scheme:light dark;--s:light-dark(#fcfcfb,#17181a);--i:light-dark(#1b1c1f,#ececea);--m:light-dark(#5c6067,#a3a7ad);--l:light-dark(#e2e2de,#303236);--b:light-dark(#f1f1ee,#222427);--a:light-dark(#2f5fd0,#8ab0ff);--e:light-dark(#b3261e,#ff9b8f);--w:light-dark(#7a5200,#f0c060)}
*{box-sizing:border-box}
html:not(.frame){scroll-padding-top:100px}
body{margin:0;background:var(--s);color:var(--i);font:15px/1.5 system-ui,sans-serif}
a{color:var(--a)}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
small,.note,figcaption,.rules p{color:var(--m)}
header{display:flex;justify-content:space-between;gap:16px;padding:10px 28px;border-bottom:1px solid var(--l);color:var(--m)}
header a{overflow-wrap:anywhere}
body>main{max-width:1328px;margin:0 auto;padding:20px 28px 80px}
h1{margin:8px 0 20px;font-size:26px;line-height:1.25;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{margin:0 0 4px;font-size:18px;line-height:1.35;overflow-wrap:anywhere}
h2 small{font-weight:400;font-size:14px}
h3{margin:20px 0 8px;font-size:13px;font-weight:600;color:var(--m)}
p{margin:0 0 12px;max-width:80ch}
.note{font-size:13.5px}
.rules{margin:0;padding:0;list-style:none}
.rules li{padding:14px 0;border-top:1px solid var(--l)}
.rules p{margin:0}
.rules .title{color:inherit}
.problems{margin:0 0 24px;padding:12px 16px;border:1px solid var(--l);border-radius:10px;background:var(--b)}
.problems summary{font-weight:600;cursor:pointer}
.problems ul{margin:10px 0 0;padding:0;list-style:none}
.problems li{padding:6px 0;overflow-wrap:anywhere}
.error{color:var(--e)}
.warning{color:var(--w)}
.instead::before{content:"→ ";color:var(--m)}
.choices{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:6px 32px;margin:0 -28px 16px;padding:10px 28px;border-block:1px solid var(--l);background:var(--s)}
fieldset{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;margin:0;padding:0;border:0}
legend{float:left;padding:0;color:var(--m)}
label{display:inline-flex;align-items:center;gap:5px;min-height:28px;cursor:pointer}
input{margin:0;accent-color:var(--a)}
section{margin-top:36px;padding-top:20px;border-top:1px solid var(--l)}
.locale{padding:1px 7px;border:1px solid var(--l);border-radius:6px;font-size:13px;font-weight:400}
.frames{display:flex;flex-wrap:wrap;gap:16px 20px}
figure{margin:0}
figcaption{padding-top:4px;font-size:12.5px}
.w320{--w:320;--h:560;--z:1}
.w768{--w:768;--h:900;--z:.5}
.w1280{--w:1280;--h:800;--z:.4}
body:has(#width-768:checked) .w768,body:has(#width-1280:checked) .w1280{--z:1}
.screen{width:calc(var(--w)*var(--z)*1px);height:calc(var(--h)*var(--z)*1px);border:1px solid var(--l);border-radius:10px;box-sizing:content-box;overflow:hidden}
iframe{display:block;width:calc(var(--w)*1px);height:calc(var(--h)*1px);border:0;scale:var(--z);transform-origin:0 0}
.chip,body:has(#form-chip:checked) .written{display:none}
body:has(#form-chip:checked) .chip{display:block}
body:has(#scheme-light:checked) .row.dark,body:has(#scheme-dark:checked) .row.light,body:has(#dir-ltr:checked) .row.rtl,body:has(#dir-rtl:checked) .row.ltr{display:none}
body:has(#width-320:checked) figure:not(.w320),body:has(#width-768:checked) figure:not(.w768),body:has(#width-1280:checked) figure:not(.w1280){display:none}
.frame.light{color-scheme:light}
.frame.dark{color-scheme:dark}
.frame body{background:Canvas}
.frame main{max-width:640px;margin:0 auto;padding:36px 24px}
.frame main>i,.frame main>button{display:block;margin:0 0 14px}
.frame i{height:12px;border-radius:6px;background:color-mix(in srgb,CanvasText 9%,Canvas)}
.frame i:first-child{width:45%;height:20px;margin-bottom:22px}
.frame i:last-child{width:65%}
.frame button{min-height:44px;padding:8px 20px;border:1px solid color-mix(in srgb,CanvasText 45%,Canvas);border-radius:8px;background:Canvas;color:CanvasText;font:inherit;cursor:pointer}
`;
