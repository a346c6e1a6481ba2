// Texts and queries as words to search by, cut as the index was cut (web/searchindex.py).
{
  const IDEOGRAPHS = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\u{20000}-\\u{3ffff}";
  const TOKEN = new RegExp(`([${IDEOGRAPHS}]+)|((?:(?![${IDEOGRAPHS}])[\\p{L}\\p{N}])+)`, "gu");

  const folded = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").normalize("NFC");

  // Chinese, Japanese and Korean have no spaces: there it is every two characters in a row.
  function tokens(text) {
    const found = [];
    for (const [, ideographs, word] of folded(text).matchAll(TOKEN)) {
      const characters = word ? [] : [...ideographs];
      if (characters.length < 2) {
        found.push(word || ideographs);
      }
      for (let place = 1; place < characters.length; place += 1) {
        found.push(characters[place - 1] + characters[place]);
      }
    }
    return [...new Set(found)];
  }

  programkit.tokens = tokens;
}
