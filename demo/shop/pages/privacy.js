/** @type {import('../pages.js').Content} */
export const privacy = {
  id: 'privacy',
  title: 'Privacy',
  main: `
<div class="prose">
<h1>What this page notices</h1>
<p>With your yes, this shop uses furrow to notice when a page does not answer you, and to offer help there. Without it, nothing is watched, kept or sent.</p>
<section class="answer" aria-labelledby="answer-title">
  <h2 id="answer-title">Your answer</h2>
  <p id="answer" role="status">Not known yet.</p>
  <p class="buttons"><button type="button" class="button plain" id="no">No thanks</button><button type="button" class="button plain" id="yes">Allow</button><button type="button" class="button plain" id="stop">Stop and delete</button></p>
  <p>In this browser furrow now keeps: <span id="kept">nothing that we know of</span></p>
</section>
<h2>What it looks at</h2>
<ul><li>Presses that the page does not answer, or answers with an error.</li><li>How long a field waits for its first letter, not what is typed.</li><li>Whether an order that was begun is left.</li></ul>
<h2>What it never looks at</h2>
<ul><li>Anything you type, read or look like.</li><li>Who you are, or what you did on other sites.</li></ul>
<h2>Where it goes</h2>
<p>Anonymous facts, such as “four presses on <i>reserve</i> without an answer”, go to this demo’s own collector on your machine. <a id="to-live" href="#">See what arrived</a>.</p>
</div>`,
};
