"""Makes the picture of formulas in a booklet anew, from an invented abstract.

Needs pdftoppm (poppler) on the path: ``.venv/bin/python docs/pictures/formulas.py``.
"""

import datetime as dt
import tempfile
from pathlib import Path

from make import GAP, drawn, save

import programkit as pk

WIDTH = 700
SHOWN = 0.43  # of the page's height
ABSTRACT = r"""
Let $X_1, \dots, X_n$ be independent with density $f(x) = \sum_{k=1}^{K} \alpha_k\,
\mathcal{N}(x \mid \mu_k, \Sigma_k)$ on $\mathbb{R}^d$. We study the estimator $\hat\theta_n =
\operatorname*{arg\,max}_{\theta \in \Theta} \ell_n(\theta)$ in $\mathcal{O}(n \log n)$ steps and
show that $\sqrt{n}\,(\hat\theta_n - \theta) \xrightarrow{d} \mathcal{N}(0, I^{-1})$ if
$\|\nabla f\|_{L^2(\Omega)} < \infty$. The constant is sharp:

$$\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}, \qquad
\left(\sum_{i=1}^{n} x_i y_i\right)^{\!2} \le \sum_{i=1}^{n} x_i^2 \, \sum_{i=1}^{n} y_i^2$$

$$R = \begin{pmatrix} \cos t & -\sin t \\ \sin t & \phantom{-}\cos t \end{pmatrix}, \qquad
u(x) = \begin{cases} 1 & \text{if } x > 0, \\ 0 & \text{otherwise.} \end{cases}$$
"""


def main() -> None:
    """Draw an abstract with formulas."""
    day = pk.Day(
        date=dt.date(2026, 5, 4),
        items=(
            pk.Session(
                id="morning",
                title="Morning",
                start=dt.time(9),
                slots=(pk.Slot(minutes=30, talk="mixtures"),),
            ),
        ),
    )
    talk = pk.Talk(
        id="mixtures",
        title=r"Mixtures in $\mathbb{R}^d$, and how fast $\hat\theta_n \to \theta$",
        speakers=("horvat",),
        abstract=ABSTRACT,
    )
    people = (pk.Person(id="horvat", name="Ana Horvat"),)
    conference = pk.Conference(title="Formulas", people=people, talks=(talk,), days=(day,))
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "formulas.pdf"
        abstracts = [part for part in pk.DEFAULT_PARTS if part.name == "abstracts"]
        pk.booklet(pk.Program.of(conference), pdf, parts=abstracts)
        page = drawn(pdf, (1,), WIDTH)
    save(page.crop((GAP, GAP, WIDTH + GAP, int(page.height * SHOWN))), "formulas.png")


if __name__ == "__main__":
    main()
