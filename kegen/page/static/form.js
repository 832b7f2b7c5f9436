// The form: each control is one edit, sent with the version of the file that it was made on, one after another.

import { base, post, tell } from "./talk.js";
import { ask } from "./conflict.js";

const saved = new WeakMap(); // what each control had when it came, as text
let version = ""; // of the file, as the form shows it
let due = 0; // the drawing that has all that this page wrote
let foreign = 0; // how often the file was changed elsewhere, as far as the form shows it
let hushed = false;
let busy = 0; // edits that are not answered yet
let answered = () => {};
let turn = Promise.resolve();

const controls = (node) => [...node.querySelectorAll("[data-path]")];
const inputs = (node) => [...node.querySelectorAll("form[data-edit] [name]")];
const text = (control) => JSON.stringify(value(control));
export const isDirty = (control) => saved.has(control) && saved.get(control) !== text(control);
export const current = () => version;

// Whether a view was drawn before what this page has written since, or may have been: an edit is under way.
export const isPast = (facts) => !facts.version || busy > 0 || facts.turn < due;

// Has work done whenever an edit was answered.
export function whenAnswered(work) {
  answered = work;
}

export function arrive(facts) {
  if (isPast(facts) || facts.version === version) return;
  version = facts.version;
  foreign += 1;
}

// While pieces are replaced, controls lose the focus without a person leaving them.
export function hush(on) {
  hushed = on;
}

function value(control) {
  const kind = control.dataset.kind;
  if (kind === "checks") return [...control.querySelectorAll("input:checked")].map((each) => each.value);
  const typed = control.value;
  if (kind === "list") return lines(typed);
  if (kind === "levels") return levels(lines(typed));
  if (kind !== "pairs") return typed;
  const pairs = lines(typed).map((each) => each.split(/\s*(?:→|=>)\s*/));
  return pairs.every((each) => each.length === 2 && each[0]) ? Object.fromEntries(pairs) : null;
}

// What a person now sees of a control, a form or a button: pieces may have been replaced since it was used.
const seen = (source) => (source.id && document.getElementById(source.id)) || source;
const underway = new Map(); // what was sent of a control and is not answered yet, by its id

// Lines, those that begin with > in a list of their own behind the line above.
function levels(all) {
  const found = [];
  for (const line of all) {
    const smaller = line.startsWith(">") && line.slice(1).trim();
    if (!smaller) found.push(line);
    else if (Array.isArray(found.at(-1))) found.at(-1).push(smaller);
    else found.push([smaller]);
  }
  return found;
}

const lines = (typed) => typed.split("\n").map((each) => each.trim()).filter(Boolean);

// Notes what the controls of a piece have as it comes from the server.
export function settle(node) {
  for (const control of controls(node)) if (!saved.has(control)) saved.set(control, text(control));
}

// Takes along what a person has typed, opened or begun in a piece that is about to be replaced.
export function carry(old, fresh, before) {
  if (old.matches("details")) fresh.open = old.open || fresh.open;
  for (const each of old.querySelectorAll("details[open]")) {
    const twin = fresh.querySelector(`details[data-key="${each.dataset.key}"]`);
    if (twin) twin.open = true;
  }
  for (const control of controls(old).filter(isDirty)) {
    const twin = fresh.querySelector(`#${CSS.escape(control.id)}`);
    if (!twin) continue;
    if (saved.get(twin) !== saved.get(control)) twin.dataset.version = control.dataset.version ?? before;
    copy(control, twin);
    if (!isDirty(twin)) delete twin.dataset.version;
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
  place.classList.remove("mild");
  place.hidden = !why;
  if (!node.matches("[data-path]")) return;
  if (why) node.setAttribute("aria-invalid", "true");
  else node.removeAttribute("aria-invalid");
}

// Sends an edit after those before it; `source` is the control, form or button that it comes from.
export function send(edit, source, done = () => {}) {
  const [on, from, known] = [source.dataset.version, version, foreign];
  const made = () => on ?? (foreign === known ? version : from); // on what a person saw, and own edits since
  const given = source.matches("[data-path]") ? text(source) : null;
  if (given) underway.set(source.id, given);
  turn = turn.then(() => sent("edit", { edit, version: made() }, { source, given, done, edit }));
  return turn;
}

export function step(name) {
  turn = turn.then(() => sent(name, {}, { source: document.body, given: null, done: () => {}, edit: null }));
  return turn;
}

// Has what was shown of an edited draft written, after the edits before it.
export function takeWord(on) {
  turn = turn.then(() => sent("word/take", { version: on }, { source: document.body, given: null, done: () => {}, edit: null }));
  return turn;
}

async function sent(name, body, work) {
  tell("Đang ghi …");
  busy += 1;
  const { status, answer } = await post(`${base}/${name}`, body);
  busy -= 1;
  const source = seen(work.source);
  if (underway.get(source.id) === work.given) underway.delete(source.id);
  if (status === 200) written(answer, source, work);
  answered();
  if (status === 200) return;
  if (status === 409 && answer.html) {
    complain(source, "Chưa ghi: tệp đã được sửa ở nơi khác.");
    tell("Chưa ghi: tệp đã được sửa ở nơi khác.", "bad");
    return ask(answer, {
      again: work.edit && ((on) => sent("edit", { edit: work.edit, version: on }, work)),
      mine: (on) => sent("keep", { text: answer.mine, version: on }, work),
      theirs: () => back(seen(source)),
    });
  }
  const why = answer.problems?.length ? answer.problems.join(" ") : answer.why;
  complain(source, why);
  tell(`Chưa ghi được: ${why}`, "bad");
}

function written(answer, source, work) {
  version = answer.version;
  due = answer.turn;
  delete source.dataset.version;
  if (work.given) saved.set(source, work.given);
  complain(source, "");
  tell(answer.message || "Đã ghi vào hồ sơ.");
  work.done();
}

// Gives a control what the file has, where a person chose that.
function back(source) {
  delete source.dataset.version;
  if (source.matches("[data-path]")) {
    const old = JSON.parse(saved.get(source) ?? "null");
    if (source.dataset.kind === "checks") {
      for (const each of source.querySelectorAll("input")) each.checked = old.includes(each.value);
    } else if (Array.isArray(old)) {
      source.value = old.flatMap((each) => (Array.isArray(each) ? each.map((text) => `> ${text}`) : [each])).join("\n");
    } else if (old && typeof old === "object") source.value = Object.entries(old).map((each) => each.join(" → ")).join("\n");
    else source.value = old ?? "";
  }
  complain(source, "");
  tell("Giữ bản trong tệp.");
}

function edited(control) {
  if (underway.get(control.id) === text(control)) return;
  if (!isDirty(control)) return complain(control, "");
  const found = value(control);
  if (found === null) return complain(control, "Mỗi dòng cần có hai vế, ngăn bằng mũi tên →.");
  send({ edit: "set", path: JSON.parse(control.dataset.path), value: found }, control);
}

function submitted(form) {
  const edit = JSON.parse(form.dataset.edit);
  for (const input of form.querySelectorAll("[name]")) {
    const typed = input.dataset.kind === "list" ? lines(input.value) : input.value.trim();
    const given = input.type === "checkbox" ? input.checked : typed;
    const [first, second] = input.name.split("/");
    if (/^[0-9]+$/.test(second)) (edit[first] ??= [])[Number(second)] = given; // a cell, which may say nothing
    else if (given.length === 0 || given === false) continue;
    else if (second) (edit[first] ??= {})[second] = given;
    else edit[first] = given;
  }
  send(edit, form, () => {
    form.reset();
    const fold = form.closest("details.act");
    if (fold) fold.open = false;
  });
}

export function listen(box) {
  const leave = (event) => {
    if (hushed) return;
    const control = event.target.closest("[data-path]");
    if (control && (event.type === "change" || isDirty(control))) edited(control);
  };
  box.addEventListener("change", leave);
  // A control that came anew while a person was typing in it tells of no change when it is left.
  box.addEventListener("focusout", leave);
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
