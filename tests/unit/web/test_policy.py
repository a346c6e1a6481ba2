from programkit.web.policy import OF_SITE, of_one_page


def test_nothing_inline_runs_on_a_site():
    assert "unsafe" not in OF_SITE
    assert OF_SITE.startswith("default-src 'none'; script-src 'self'; style-src 'self';")


def test_one_page_admits_its_own_texts_only():
    policy = of_one_page(["a"], ["b", "c"])

    assert policy == (
        "default-src 'none'; "
        "style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='; "
        "script-src 'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=' "
        "'sha256-Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y='; "
        "img-src data:; base-uri 'none'; form-action 'self'"
    )
    assert "script-src" not in of_one_page(["a"], [])
    assert "connect-src 'self'" in of_one_page([], ["b"], connects=True)
