// Talking with the server, and telling the person how that goes.

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
export const root = meta("kegen-root");
export const base = meta("kegen-profile");
const token = meta("kegen-token");

const line = document.getElementById("state");

export function tell(text, tone = "") {
  line.textContent = text;
  line.dataset.tone = tone;
}

// Sends JSON, or bytes, and gives back { status, answer }; status 0 where nobody answers.
export async function post(address, body, headers = {}) {
  const bytes = body instanceof Blob;
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "X-Kegen-Token": token, ...(bytes ? {} : { "Content-Type": "application/json" }), ...headers },
      body: bytes ? body : JSON.stringify(body ?? {}),
    });
    return { status: response.status, answer: await response.json() };
  } catch {
    const why = "Mất kết nối với kegen nên chưa ghi; điều vừa gõ vẫn còn ở ô. Hãy xem cửa sổ kegen còn mở không.";
    return { status: 0, answer: { why } };
  }
}

const MINUTE = 60_000;

// Follows a stream of the server while the tab is in view: a browser opens six connections to one server, and every tab
// that held one would keep others from it. A tab out of view only shows now and then that it is still open.
export function follow(address, { message, lost, back }) {
  let stream;
  const open = () => {
    stream?.close();
    stream = new EventSource(address);
    stream.onmessage = (event) => message(JSON.parse(event.data));
    stream.onerror = lost;
    stream.onopen = back;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? stream.close() : open()));
  setInterval(() => document.hidden && fetch(`${root}/ping`).catch(() => {}), MINUTE);
  open();
}
