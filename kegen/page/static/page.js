// The page of one profile: shows what the server draws, as soon as it is drawn.

import { base, follow, post, tell } from "./talk.js";
import { show, take } from "./pieces.js";
import * as form from "./form.js";
import * as links from "./links.js";
import * as word from "./word.js";

const button = (name) => document.getElementById(name);
const NAMES = { error: "lỗi", warning: "cảnh báo", blank: "chỗ trống", order: "việc cấp trên giao", ask: "điều chưa xác nhận", info: "gợi ý" };
let first = true;
let latest = {};

// Shows the form as the last view has it, unless that is older than what was written from here.
function refresh() {
  if (form.isPast(latest)) return;
  show("form", form.current());
  show("source");
  form.arrive(latest);
  links.mark();
}

function receive(news) {
  const facts = news.facts;
  latest = facts;
  take(news);
  const back = links.hold();
  show("pages");
  show("outline");
  links.know(facts.places);
  show("notes");
  show("problems");
  refresh();
  const wasBroken = document.body.classList.toggle("is-broken", Boolean(facts.broken)) !== !button("broken").hidden;
  if (wasBroken) tell(facts.broken ? "Hồ sơ vừa lưu có chỗ sai." : "Hồ sơ đã đúng lại, các trang là bản mới.", facts.broken ? "bad" : "");
  button("broken").hidden = !facts.broken;
  button("undo").disabled = !facts.undo;
  button("redo").disabled = !facts.redo;
  button("take").disabled = Boolean(facts.broken);
  links.mark();
  links.place();
  back();
  count(facts);
}

function count(facts) {
  if (!facts.counts) return;
  const parts = Object.entries(NAMES).filter(([kind]) => facts.counts[kind]).map(([kind, name]) => `${facts.counts[kind]} ${name}`);
  const text = parts.join(", ") || "Không còn việc gì cần làm";
  document.getElementById("counts").textContent = text;
  if (first && facts.version) {
    first = false;
    tell("Trang đã sẵn sàng; điều gì ghi ở biểu mẫu được lưu ngay vào hồ sơ.");
  }
}

async function draft() {
  button("take").disabled = true;
  tell("Đang soạn tệp Word …");
  const { status, answer } = await post(`${base}/draft`);
  button("take").disabled = document.body.classList.contains("is-broken");
  tell(answer.message ?? answer.why, answer.saved ? "" : "bad");
  if (status !== 200 || answer.stop === "wrong" || answer.stop === "unreadable") return;
  const link = document.createElement("a");
  link.href = `${base}/ban-soan.docx`;
  link.download = "";
  link.click();
}

form.whenAnswered(refresh);
links.listen();
form.listen(document.getElementById("form"));
button("undo").addEventListener("click", () => form.step("undo"));
button("redo").addEventListener("click", () => form.step("redo"));
button("take").addEventListener("click", draft);
word.listen(form.takeWord);
links.open("form");
follow(`${base}/events`, {
  message: receive,
  lost: () => tell("Mất kết nối với kegen, đang thử lại; điều đã ghi vẫn nằm trong hồ sơ.", "bad"),
  back: () => first || (button("state").dataset.tone === "bad" && tell("Đã nối lại với kegen.")),
});
