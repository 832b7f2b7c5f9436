// The file was changed elsewhere: both texts are shown, and a person chooses.

const dialog = document.getElementById("conflict");
const button = (name) => document.getElementById(`conflict-${name}`);

export function ask(answer, choices) {
  document.getElementById("conflict-texts").innerHTML = answer.html;
  button("again").hidden = !choices.again;
  button("mine").hidden = answer.mine === null;
  return new Promise((resolve) => {
    const choose = (work) => async () => {
      dialog.close();
      await work(answer.version);
      resolve();
    };
    button("again").onclick = choose(choices.again ?? (() => {}));
    button("mine").onclick = choose(choices.mine);
    button("theirs").onclick = choose(choices.theirs);
    button("later").onclick = choose(() => {});
    dialog.oncancel = () => resolve();
    dialog.showModal();
  });
}
