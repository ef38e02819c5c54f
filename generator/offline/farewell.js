// This directory keeps no pages on its visitors' devices. Where an earlier version did, this takes them away and then itself.
const NAME = `waypost:${new URL(registration.scope).pathname}:`;

async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(NAME)) await caches.delete(name);
}
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) =>
  event.waitUntil(
    forget()
      .catch(() => {})
      .then(() => registration.unregister()),
  ),
);
