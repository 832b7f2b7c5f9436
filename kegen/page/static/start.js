// The start: a received plan is dropped, its questions are answered, a profile is made.

import { follow, post, root } from "./talk.js";

const state = document.getElementById("state");
const tell = (text, bad = false) => {
  state.textContent = text;
  state.dataset.tone = bad ? "bad" : "";
};

// As long as this page is open, kegen does not end by itself.
follow(`${root}/events`, {
  message: () => {},
  lost: () => tell("Mất kết nối với kegen; hãy xem cửa sổ kegen còn mở không.", true),
  back: () => state.dataset.tone === "bad" && tell(""),
});

// A file that was dropped or chosen.
const drop = document.getElementById("drop");
if (drop) {
  const file = document.getElementById("file");
  file.addEventListener("change", () => file.files[0] && receive(file.files[0]));
  for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener("dragover", () => drop.classList.add("over"));
  document.addEventListener("dragleave", () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    const files = event.dataTransfer?.files ?? [];
    if (files.length > 1) tell("Hãy thả mỗi lần một tệp.", true);
    else if (files.length) receive(files[0]);
  });
}

async function receive(file) {
  tell(`Đang đọc ${file.name} …`);
  const { status, answer } = await post(`${root}/nhan`, file, { "X-Kegen-Name": encodeURIComponent(file.name) });
  if (status === 200) location.href = answer.next;
  else tell(answer.why, true);
}

// Questions on a plan that was received.
const confirm = document.getElementById("confirm");
if (confirm) {
  confirm.addEventListener("input", (event) => {
    if (event.target.matches(".other")) event.target.closest("fieldset").querySelector("[data-other]").checked = true;
  });
  document.getElementById("guesses")?.addEventListener("click", () => {
    const guesses = [...confirm.querySelectorAll("[data-guess]")];
    for (const each of guesses) each.checked = true;
    tell(`Đã chọn sẵn ${guesses.length} câu; hãy xem lại từng câu rồi bấm ghi ở cuối trang.`);
  });
  confirm.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answers = {};
    for (const set of confirm.querySelectorAll("fieldset[data-name]")) {
      const chosen = set.querySelector("input[type=radio]:checked");
      const text = chosen?.matches("[data-other]") ? set.querySelector(".other").value : chosen?.value;
      if (text?.trim()) answers[set.dataset.name] = text;
    }
    tell("Đang ghi …");
    const { status, answer } = await post(confirm.dataset.address, { answers, version: confirm.dataset.version });
    if (status === 200) return void (location.href = answer.next);
    tell(answer.why, true);
    for (const set of confirm.querySelectorAll("fieldset[data-name]")) {
      const place = set.querySelector(".error");
      place.textContent = answer.errors?.[set.dataset.name] ?? "";
      place.hidden = !place.textContent;
    }
    confirm.querySelector(".error:not([hidden])")?.scrollIntoView({ block: "center" });
  });
}

// A new profile: after each answer the questions are asked anew, as they depend on it.
const form = document.getElementById("new");
if (form) {
  const box = document.getElementById("questions");
  const given = () => Object.fromEntries([...box.querySelectorAll("[name]")].map((each) => [each.name, each.value]));
  const body = () => ({ parent: form.dataset.parent, answers: given() });
  let turn = 0;
  let letters = 0;

  const show = (html) => {
    const { id } = document.activeElement ?? {};
    const typed = given();
    box.innerHTML = html;
    for (const each of box.querySelectorAll("[name]")) {
      if (each.id === id && typed[each.name] !== undefined) each.value = typed[each.name];
    }
    if (id) document.getElementById(id)?.focus();
  };
  const again = async () => {
    const mine = ++turn;
    const { status, answer } = await post(`${root}/moi/cau-hoi`, body());
    if (mine !== turn) return;
    if (status === 200) show(answer.html);
    else tell(answer.why, true);
  };
  box.addEventListener("change", again);
  box.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill]");
    if (!button) return;
    document.getElementById(button.dataset.for).value = button.dataset.fill;
    again();
  });
  box.addEventListener("input", async (event) => {
    if (event.target.name !== "unit") return;
    const mine = ++letters;
    const province = box.querySelector("[name=province]")?.value ?? form.dataset.province ?? "";
    const query = new URLSearchParams({ q: event.target.value, province });
    const response = await fetch(`${root}/don-vi?${query}`);
    const names = await response.json();
    if (mine !== letters) return; // of fewer letters, come late
    document.getElementById("list-unit")?.replaceChildren(...names.map((name) => new Option(name, name)));
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    turn += 1;
    tell("Đang ghi hồ sơ …");
    const { status, answer } = await post(`${root}/moi/ghi`, body());
    if (status === 200) return void (location.href = answer.next);
    if (answer.html) show(answer.html);
    tell(answer.why, true);
    (box.querySelector(".wrong input, .wrong select") ?? box.querySelector("input"))?.focus();
  });
}

// A whole province: how far it is, stop, the table.
const province = document.getElementById("province");
if (province) {
  const address = province.dataset.address;
  const [begin, stop, bar] = ["begin", "stop", "progress"].map((id) => document.getElementById(id));
  const look = async () => {
    const now = await (await fetch(`${address}/state`)).json();
    begin.disabled = now.running;
    stop.disabled = !now.running;
    bar.hidden = !now.running;
    bar.max = now.total || 1;
    bar.value = now.done;
    if (now.running) tell(now.total ? `Đã soạn ${now.done}/${now.total} đơn vị.` : "Đang bắt đầu …");
    else if (now.why) tell(now.why, true);
    else if (now.html) tell(now.done < now.total ? `Đã dừng ở ${now.done}/${now.total} đơn vị.` : `Xong ${now.done} đơn vị.`);
    document.getElementById("units").innerHTML = now.html;
    if (now.running) setTimeout(look, 500);
  };
  const act = (name) => async () => {
    const { status, answer } = await post(`${address}/${name}`);
    if (status === 200) look();
    else tell(answer.why, true);
  };
  begin.addEventListener("click", act("begin"));
  stop.addEventListener("click", act("stop"));
  look();
}
