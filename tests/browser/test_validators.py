"""What validators of other people say of the pages: the Nu Html Checker, and html-validate.

Both are Node packages, installed by ``.ci/run`` into build/node; the first is a Java program.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parents[2] / "build" / "node" / "node_modules"
VNU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        "long-title": "off",  # a symposium is called as it is called
        "no-trailing-whitespace": "off",
        "no-inline-style": "error",
    },
}


@pytest.fixture(scope="session")
def pages(folder):
    """Every kind of page, and the one page."""
    found = [
        *(folder / "workshop").glob("*.html"),
        *(folder / "hostile").glob("*.html"),
        *(folder / "arabic").glob("[it]*.html"),
        *(folder / "rovinj").glob("[ip]*.html"),
        folder / "one.html",
    ]
    return sorted(found)


def needed(program, package):
    if shutil.which(program) is None or not package.exists():
        pytest.skip(f"{program} or {package.name} is not here; .ci/run installs them")


def test_pages_are_valid_html_and_svg_and_mathml(pages):
    needed("java", VNU)
    command = ["java", "-jar", VNU, "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    messages = json.loads(done.stderr or b'{"messages": []}')["messages"]

    assert [(m["url"].rpartition("/")[2], m["message"], m.get("extract")) for m in messages] == []


def test_pages_follow_the_rules_of_html_validate(pages, tmp_path):
    needed("node", HTML_VALIDATE)
    (tmp_path / "rules.json").write_text(json.dumps(RULES), encoding="utf-8")
    command = ["node", HTML_VALIDATE, "--config", tmp_path / "rules.json", "--formatter", "json"]
    done = subprocess.run([*command, *pages], capture_output=True, check=False, timeout=300)
    found = json.loads(done.stdout)

    assert done.stderr == b""
    assert {
        (Path(page["filePath"]).name, message["ruleId"], message["message"])
        for page in found
        for message in page["messages"]
    } == set()
