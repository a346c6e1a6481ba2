// Pages without a network, where the browser can: not from files, not without https.
{
  programkit.start(() => {
    const web = location.protocol === "https:" || location.protocol === "http:";
    if (web && "serviceWorker" in navigator && document.body.dataset.page !== "single") {
      programkit.later(() => navigator.serviceWorker.register("sw.js").catch(() => {}));
    }
  });
}
