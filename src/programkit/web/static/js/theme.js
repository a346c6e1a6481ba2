// Light or dark: as the device has it, unless the reader chose.
{
  const { store } = programkit;

  function show() {
    document.documentElement.dataset.theme = store.read("theme");
  }

  // Before the page is ready, so that it does not flash.
  if (programkit.facts) {
    show();
  }

  programkit.start(() => {
    const { make, label } = programkit;
    const options = ["", "light", "dark"].map((value) =>
      make("option", { value }, label(`theme_${value || "auto"}`)));
    const select = make("select", null, ...options);
    select.value = store.read("theme");
    select.addEventListener("change", () => {
      store.write("theme", select.value);
      show();
    });
    show();
    programkit.settings().append(make("label", null, `${label("theme")} `, select));
  });

  // Where settings stand that every page has.
  let place = null;
  programkit.settings = () => {
    place = place || document.querySelector("[data-settings]");
    if (!place) {
      place = programkit.make("div", { class: "settings" });
      (document.querySelector("body > footer") || document.body).append(place);
    }
    return place;
  };
}
