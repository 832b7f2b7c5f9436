// The form: each control is one edit, sent with the version of the file that it was made on, one after another.

import { base, post, tell } from "./talk.js";
import { ask } from "./conflict.js";

const saved = new WeakMap(); // what each control had when it came, as text
let version = ""; // of the file, as the form shows it
const own = []; // versions that edits of this page made, the last one at the end
let turn = Promise.resolve();

const controls = (node) => [...node.querySelectorAll("[data-path]")];
const inputs = (node) => [...node.querySelectorAll("form[data-edit] [name]")];
const text = (control) => JSON.stringify(value(control));
export const isDirty = (control) => saved.has(control) && saved.get(control) !== text(control);
export const current = () => version;

// Whether a view of that version is older than what this page has written since.
export const isPast = (other) => other !== version && own.includes(other) && own.at(-1) === version;

export function arrive(other) {
  if (other && !isPast(other)) version = other;
}

function value(control) {
  const kind = control.dataset.kind;
  if (kind === "checks") return [...control.querySelectorAll("input:checked")].map((each) => each.value);
  const typed = control.value;
  if (kind === "list") return lines(typed);
  if (kind !== "pairs") return typed;
  const pairs = lines(typed).map((each) => each.split(/\s*(?:→|=>)\s*/));
  return pairs.every((each) => each.length === 2 && each[0]) ? Object.fromEntries(pairs) : null;
}

const lines = (typed) => typed.split("\n").map((each) => each.trim()).filter(Boolean);

// Notes what the controls of a piece have as it comes from the server.
export function settle(node) {
  for (const control of controls(node)) if (!saved.has(control)) saved.set(control, text(control));
}

// Takes along what a person has typed, opened or begun in a piece that is about to be replaced.
export function carry(old, fresh, before) {
  if (old.matches("details")) fresh.open = old.open || fresh.open;
  const inner = [...fresh.querySelectorAll("details")];
  [...old.querySelectorAll("details")].forEach((each, at) => inner[at] && (inner[at].open ||= each.open));
  for (const control of controls(old).filter(isDirty)) {
    const twin = fresh.querySelector(`#${CSS.escape(control.id)}`);
    if (!twin) continue;
    if (saved.get(twin) !== saved.get(control)) twin.dataset.version = control.dataset.version ?? before;
    copy(control, twin);
    const why = errorOf(control);
    if (why && !why.hidden) complain(twin, why.textContent);
  }
  for (const input of inputs(old)) {
    const twin = input.id && fresh.querySelector(`#${CSS.escape(input.id)}`);
    if (!twin) continue;
    if (input.type === "checkbox") twin.checked = input.checked;
    else twin.value = input.value;
  }
}

function copy(control, twin) {
  if (control.dataset.kind !== "checks") twin.value = control.value;
  else {
    const checked = new Set(value(control));
    for (const each of twin.querySelectorAll("input")) each.checked = checked.has(each.value);
  }
}

const errorOf = (node) => node.closest(".field, form")?.querySelector(".error");

function complain(node, why) {
  const place = errorOf(node);
  if (!place) return;
  place.textContent = why;
  place.hidden = !why;
  if (node.matches("[data-path]")) node.toggleAttribute("aria-invalid", Boolean(why));
}

// Sends an edit after those before it; `source` is the control, form or button that it comes from.
export function send(edit, source, done = () => {}) {
  const on = source.dataset?.version;
  turn = turn.then(() => sent("edit", { edit, version: on ?? version }, source, done, edit));
  return turn;
}

export function step(name) {
  turn = turn.then(() => sent(name, {}, document.body, () => {}, null));
  return turn;
}

async function sent(name, body, source, done, edit) {
  tell("Đang ghi …");
  const { status, answer } = await post(`${base}/${name}`, body);
  if (status === 200) return written(answer, source, done);
  if (status === 409 && answer.html) {
    complain(source, "Chưa ghi: tệp đã được sửa ở nơi khác.");
    tell("Chưa ghi: tệp đã được sửa ở nơi khác.", "bad");
    return ask(answer, { again: edit && ((on) => sent("edit", { edit, version: on }, source, done, edit)),
      mine: (on) => sent("keep", { text: answer.mine, version: on }, source, done, null),
      theirs: () => back(source) });
  }
  const why = answer.problems?.length ? answer.problems.join(" ") : answer.why;
  complain(source, why);
  tell(`Chưa ghi được: ${why}`, "bad");
}

function written(answer, source, done) {
  version = answer.version;
  own.push(version);
  delete source.dataset?.version;
  if (source.matches?.("[data-path]")) saved.set(source, text(source));
  complain(source, "");
  tell(answer.message || "Đã ghi vào hồ sơ.");
  done();
}

// Gives a control what the file has, where a person chose that.
function back(source) {
  delete source.dataset?.version;
  if (source.matches?.("[data-path]")) {
    const old = JSON.parse(saved.get(source) ?? "null");
    if (source.dataset.kind === "checks") {
      for (const each of source.querySelectorAll("input")) each.checked = old.includes(each.value);
    } else if (Array.isArray(old)) source.value = old.join("\n");
    else if (old && typeof old === "object") source.value = Object.entries(old).map((each) => each.join(" → ")).join("\n");
    else source.value = old ?? "";
  }
  complain(source, "");
  tell("Giữ bản trong tệp.");
}

function edited(control) {
  if (!isDirty(control)) return complain(control, "");
  const found = value(control);
  if (found === null) return complain(control, "Mỗi dòng cần có chữ cũ, mũi tên → và chữ mới.");
  send({ edit: "set", path: JSON.parse(control.dataset.path), value: found }, control);
}

function submitted(form) {
  const edit = JSON.parse(form.dataset.edit);
  for (const input of form.querySelectorAll("[name]")) {
    const given = input.type === "checkbox" ? input.checked : input.value.trim();
    const [first, second] = input.name.split(".");
    if (second && given) (edit[first] ??= {})[second] = given;
    else if (!second && given) edit[first] = given;
  }
  send(edit, form, () => {
    form.reset();
    const fold = form.closest("details.act");
    if (fold) fold.open = false;
  });
}

export function listen(box) {
  box.addEventListener("change", (event) => {
    const control = event.target.closest("[data-path]");
    if (control) edited(control);
  });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.matches("form[data-edit]")) submitted(event.target);
  });
  box.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-edit]");
    if (button) send(JSON.parse(button.dataset.edit), button);
  });
  window.addEventListener("beforeunload", (event) => {
    if (controls(box).some(isDirty)) event.preventDefault();
  });
}
