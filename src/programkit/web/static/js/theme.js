// Light or dark: as the device has it, unless the reader chose.
{
  const NAME = "programkit:theme";
  const root = document.documentElement;

  function kept() {
    try {
      return localStorage.getItem(NAME) || "";
    } catch {
      return "";
    }
  }

  function show(theme) {
    if (theme === "dark" || theme === "light") {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
  }

  function choose(theme) {
    show(theme);
    try {
      localStorage.setItem(NAME, theme);
    } catch {
      // It lasts as long as the page.
    }
  }

  // Before the page is ready, so that it does not flash.
  show(kept());

  programkit.start(() => {
    const { make, label } = programkit;
    const options = ["", "light", "dark"].map((theme) =>
      make("option", { value: theme, selected: theme === kept() }, label(`theme_${theme || "auto"}`)));
    const select = make("select", null, ...options);
    select.addEventListener("change", () => choose(select.value));
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
