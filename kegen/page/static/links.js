// From a paragraph to its field and its line in the file, and back; notes beside the paragraphs that they concern.

import { tell } from "./talk.js";

const paper = document.getElementById("paper");
const pages = document.getElementById("pages");
const notes = document.getElementById("notes");
const wide = matchMedia("(min-width: 64rem)");
let places = {}; // path and line by paragraph
let chosen = ""; // the path that is marked

export function know(found) {
  places = found ?? {};
}

const pathOf = (paragraph) => places[paragraph]?.[0] ?? "";
const within = (path, whole) => path === whole || path.startsWith(`${whole}/`);
const shownAs = (paragraph) => pages.querySelector(`[data-p="${CSS.escape(paragraph)}"]`);

export function open(name) {
  document.body.dataset.tab = name;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const on = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
  }
  if (name === "notes" || name === "pages") place();
}

export function toField(path) {
  const found = nearest(path);
  if (!found) return;
  open("form");
  for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  found.scrollIntoView({ block: "center" });
  (found.querySelector("input, textarea, select, summary") ?? found).focus({ preventScroll: true });
  mark(path);
}

function nearest(path) {
  const all = [...document.querySelectorAll("#form [data-at]")].filter((each) => each.dataset.at);
  for (let at = path; at; at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : "") {
    const found = all.filter((each) => each.dataset.at === at);
    if (found.length) return found.find((each) => each.matches(".field")) ?? found[0];
  }
  return all.find((each) => within(each.dataset.at, path)) ?? null;
}

export function toPage(paragraph) {
  const found = paragraph && shownAs(paragraph);
  if (!found) return;
  if (!wide.matches) open("pages");
  found.scrollIntoView({ block: "center" });
  mark(pathOf(paragraph), paragraph);
}

const firstOf = (path) => Object.keys(places).find((each) => within(pathOf(each), path) && shownAs(each));

export function toLine(line) {
  open("source");
  const found = document.getElementById(`L${line}`);
  found?.scrollIntoView({ block: "center" });
  document.querySelector("#panel-source .here")?.classList.remove("here");
  found?.classList.add("here");
}

function fromLine(line) {
  const before = Object.entries(places).filter(([, [, at]]) => at && at <= line);
  const best = Math.max(...before.map(([, [, at]]) => at));
  toPage(before.find(([, [, at]]) => at === best)?.[0]);
}

// Marks what belongs to the path, on the pages and in the form.
export function mark(path = chosen, paragraph = "") {
  chosen = path;
  for (const each of document.querySelectorAll(".chosen")) each.classList.remove("chosen");
  if (!path) return;
  for (const each of pages.querySelectorAll("[data-p]")) {
    if (each.dataset.p === paragraph || within(pathOf(each.dataset.p), path)) each.classList.add("chosen");
  }
  nearest(path)?.classList.add("chosen");
}

// Marks the paragraphs that notes are about, and puts the notes beside them.
export function place() {
  for (const each of pages.querySelectorAll("[data-noted]")) delete each.dataset.noted;
  const side = notes.parentElement;
  const top = notes.getBoundingClientRect().top;
  const list = [...notes.children];
  document.getElementById("none").hidden = list.length > 0;
  let free = 0;
  const wanted = list.map((note) => {
    const found = note.dataset.p && shownAs(note.dataset.p);
    if (found) found.dataset.noted = note.classList.contains("error") ? "error" : note.classList[1];
    return found ? found.getBoundingClientRect().top - top : 0;
  });
  if (!wide.matches) {
    for (const note of list) note.style.removeProperty("top");
    return;
  }
  const heights = list.map((note) => note.offsetHeight);
  list.forEach((note, at) => {
    const y = Math.max(wanted[at], free);
    note.style.top = `${y}px`;
    free = y + heights[at] + 8;
  });
  side.style.minHeight = `${free + 64}px`;
}

// Notes which paragraph is in view; what it gives back puts that paragraph where it was.
export function hold() {
  const edge = paper.getBoundingClientRect().top;
  const seen = [...pages.querySelectorAll("[data-p]")].find((each) => each.getBoundingClientRect().bottom > edge + 8);
  if (!seen || !paper.scrollTop) return () => {};
  const offset = seen.getBoundingClientRect().top;
  const [path, key] = [pathOf(seen.dataset.p), seen.dataset.p];
  const alike = Object.keys(places).filter((each) => pathOf(each) === path).indexOf(key);
  return () => {
    const twins = Object.keys(places).filter((each) => pathOf(each) === path);
    const found = (path && shownAs(twins[alike] ?? twins[0] ?? key)) || shownAs(key);
    if (found) paper.scrollTop += found.getBoundingClientRect().top - offset;
  };
}

export function listen() {
  pages.addEventListener("click", (event) => {
    const found = event.target.closest("[data-p]");
    if (!found || event.target.closest("a") || String(getSelection())) return;
    const [path, line] = places[found.dataset.p] ?? [];
    if (!path) return tell("Đoạn này do mẫu in ra, không có ô riêng trong biểu mẫu.");
    toField(path);
    tell(line ? `Đoạn này ở dòng ${line} của hồ sơ.` : "Đoạn này theo mẫu, hồ sơ chưa ghi gì riêng.");
  });
  document.addEventListener("click", (event) => {
    const at = event.target.closest("[data-at]");
    if (event.target.closest(".to-field")) toField(at.dataset.at);
    else if (event.target.closest(".to-line")) toLine(event.target.closest(".to-line").dataset.line);
    else if (event.target.closest(".to-page")) toPage(at.dataset.p || firstOf(at.dataset.at));
    else if (event.target.closest(".outline a")) {
      event.preventDefault();
      toPage(event.target.closest("a").dataset.p);
    } else if (event.target.closest(".source li")) fromLine(Number(event.target.closest("li").id.slice(1)));
  });
  document.getElementById("form").addEventListener("focusin", (event) => {
    const at = event.target.closest(".part[data-at]")?.dataset.at;
    if (at) mark(at);
  });
  document.querySelector("[role=tablist]").addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) open(tab.id.slice(4));
  });
  document.querySelector("[role=tablist]").addEventListener("keydown", (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    const tabs = [...document.querySelectorAll("[role=tab]")].filter((each) => each.offsetParent);
    const next = tabs[(tabs.indexOf(document.activeElement) + move + tabs.length) % tabs.length];
    next.focus();
    open(next.id.slice(4));
  });
  addEventListener("resize", place);
}
