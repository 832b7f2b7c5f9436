// An edited draft comes back: what it brings is shown, and written once a person says so.

import { base, post, tell } from "./talk.js";

const byId = (name) => document.getElementById(name);
const dialog = byId("pulled");

export function listen(take) {
  const input = byId("word");
  input.addEventListener("change", () => {
    if (input.files[0]) read(input.files[0], take);
    input.value = "";
  });
  for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    const files = event.dataTransfer?.files ?? [];
    if (files.length > 1) tell("Hãy thả mỗi lần một tệp.", "bad");
    else if (files.length) read(files[0], take);
  });
}

async function read(file, take) {
  tell(`Đang so ${file.name} với bản soạn …`);
  const { status, answer } = await post(`${base}/word`, file, { "X-Kegen-Name": encodeURIComponent(file.name) });
  if (status !== 200) return tell(answer.why, "bad");
  tell(`Đã đọc ${file.name}.`);
  byId("pulled-what").innerHTML = answer.html;
  byId("pulled-take").hidden = !answer.takes;
  byId("pulled-take").onclick = () => {
    dialog.close();
    take(answer.version);
  };
  byId("pulled-later").onclick = () => dialog.close();
  dialog.showModal();
}
