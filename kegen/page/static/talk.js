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
