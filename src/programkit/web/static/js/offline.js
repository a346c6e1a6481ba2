// Pages without a network and beside apps, where the browser can: not from files, not without https.
{
  programkit.start(() => {
    const web = location.protocol === "https:" || location.protocol === "http:";
    if (web && "serviceWorker" in navigator && document.body.dataset.page !== "single") {
      document.head.append(programkit.make("link", { rel: "manifest", href: "manifest.json" }));
      programkit.later(() => navigator.serviceWorker.register("sw.js").catch(() => {}));
    }
  });
}
