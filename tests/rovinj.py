"""The facts of the Rovinj symposium of 2024, with invented abstracts, as a fixture for any test.

Titles, names, places and times are those of the symposium. The abstracts are made up here; they
keep what outputs must cope with: bold questions, a formula, links, dashes, joint work.
"""

from datetime import date

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Organization

TITLE = "1st Symposium on Machine Learning for Theories and Theories of Machine Learning"

SPEAKERS = {
    # id: (name, id of the affiliation)
    "dokmanic": ("Ivan Dokmanić", None),
    "kempe": ("Julia Kempe", "nyu"),
    "lu": ("Yue M. Lu", "harvard"),
    "pehlevan": ("Cengiz Pehlevan", "harvard"),
    "brbic": ("Maria Brbić", "epfl"),
    "lassas": ("Matti Lassas", "helsinki"),
    "da-silveira": ("Rava da Silveira", "cnrs-ens-iob"),
    "cotterell": ("Ryan Cotterell", "eth-zurich"),
    "vanden-eijnden": ("Eric Vanden-Eijnden", "nyu"),
    "mallat": ("Stéphane Mallat", "college-de-france-ens"),
    "li": ("Qin Li", "wisconsin"),
    "bandeira": ("Afonso Bandeira", "eth-zurich"),
    "goldt": ("Sebastian Goldt", "sissa"),
    "mondelli": ("Marco Mondelli", "ist-austria"),
    "transtrum": ("Mark Transtrum", "brigham-young"),
    "de-hoop": ("Maarten de Hoop", "rice"),
    "brunton": ("Steven Brunton", "washington"),
    "mahoney": ("Michael Mahoney", "berkeley"),
    "zenke": ("Friedemann Zenke", "fmi-basel"),
    "flammarion": ("Nicolas Flammarion", "epfl"),
    "johnson": ("Paul Johnson", "los-alamos"),
    "chklovskii": ("Mitya Chklovskii", "flatiron-nyu"),
    "behrens": ("Freya Behrens", "epfl"),
    "abreu": ("Steven Abreu", "groningen"),
    "shi": ("Cheng Shi", "basel"),
}

AFFILIATIONS = {
    "basel": "University of Basel",
    "berkeley": "UC Berkeley",
    "brigham-young": "Brigham Young University",
    "cnrs-ens-iob": "CNRS / ENS / IOB",
    "college-de-france-ens": "Collège de France/ENS",
    "epfl": "EPFL",
    "eth-zurich": "ETH Zurich",
    "flatiron-nyu": "Flatiron Institute/NYU Medical Center",
    "fmi-basel": "FMI Basel",
    "groningen": "University of Groningen",
    "harvard": "Harvard University",
    "helsinki": "University of Helsinki",
    "ist-austria": "IST Austria",
    "los-alamos": "Los Alamos National Laboratory",
    "nyu": "New York University",
    "rice": "Rice University",
    "sissa": "SISSA",
    "washington": "University of Washington",
    "wisconsin": "University of Wisconsin",
}

TITLES = {
    "kempe": "Synthetic Data – Friend or Foe in the Age of Scaling?",
    "lu": (
        "Exploring and Exploiting the Universality Phenomenon in High-Dimensional Estimation and "
        "Learning"
    ),
    "pehlevan": "How Feature Learning Can Improve Neural Scaling Laws?",
    "lassas": "Mapping properties of neural networks and inverse problems",
    "cotterell": "A formal perspective on language modeling",
    "vanden-eijnden": "Generative modeling with flows and diffusions",
    "mallat": (
        "Approximation and Generalisation by Score Diffusion with the Renormalisation Group"
    ),
    "li": "Speeding up gradient flows on probability measure space",
    "bandeira": (
        "Towards a sharp non-asymptotic theory for structured random matrices (and tensors)"
    ),
    "goldt": "Learning higher-order data correlations with neural networks, efficiently",
    "mondelli": (
        "Optimization, Robustness and Attention in Deep Learning: Insights from Random and NTK "
        "Feature Models"
    ),
    "transtrum": (
        "Information geometry and the hierarchy of effective theories in physics, biology, and "
        "beyond"
    ),
    "de-hoop": "Transformers are universal in-context learners",
    "brunton": "Machine Learning for Scientific Discovery, with Examples in Fluid Mechanics",
    "mahoney": "Model Selection And Ensembling When There Are More Parameters Than Data",
    "zenke": (
        "Avoiding representational collapse in non-contrastive self-supervised learning - Lessons "
        "from neurobiology"
    ),
    "johnson": "Learning earthquake displacement",
    "chklovskii": "What does the neuron do? A new model for neuroscience and AI",
    "behrens": (
        "Emergent mechanisms in transformers: A sample complexity and an architectural perspective"
    ),
    "abreu": (
        "Bridging Physics and Computation through the Neuromorphic Intermediate Representation"
    ),
    "shi": "A spring--block theory of feature learning in deep neural networks",
}

ABSTRACTS = {
    "kempe": (
        "Much of tomorrow's training data will have been written by today's models. "
        "**What becomes of learning curves then?** We follow a model fed on its own output, and "
        "find when mixing in fresh data keeps it from **(model) collapse**."
    ),
    "lu": (
        "Large random systems often behave alike whatever they are made of. We say precisely when, "
        "for three estimators, and use it to replace a hard computation by an easy one."
    ),
    "pehlevan": "A toy model, solved exactly, shows when learned features change the exponent.",
    "lassas": (
        "Which networks are injective, and which maps of functions $u: [0, 1]^2 \\rightarrow "
        "\\mathbb{R}$ can they approximate? Layers are operators, images functions.\n\n"
        "$$\\|F(u) - F(v)\\| \\ge c\\,\\|u - v\\|$$\n\n"
        "The talk is about joint work with several groups."
    ),
    "cotterell": (
        "A tutorial in three questions: what a language model is, which languages it tells apart, "
        "and what follows for systems such as GPT-4—if anything."
    ),
    "vanden-eijnden": (
        "Moving one distribution into another along a flow, or along a noisy path, are views of "
        "one construction. Their common design space is larger than either suggests."
    ),
    "mallat": "How can scores be estimated in high dimension ? Scale by scale, we argue.",
    "li": (
        "Momentum makes gradient descent faster in Euclidean space. Does it for measures?\n\n"
        "It does, to any order, once the flow is read as a Hamiltonian one."
    ),
    "bandeira": (
        "Norms of random matrices with structure are bounded without the usual logarithm.  \n"
        "Includes joint work with: two students (ETH); a colleague (Princeton)."
    ),
    "goldt": (
        "Correlations beyond the second order carry what images are about -- but are costly -- "
        "and networks find them sooner than they should."
    ),
    "mondelli": (
        "We bound the smallest eigenvalue of a kernel, and read off *three* things: (i) whether "
        "training ends, (ii) how robust its result is, (iii) what attention adds."
    ),
    "transtrum": (
        "Parameters that data cannot identify mark where a simpler theory takes over: at the "
        "boundaries--faces, edges and corners--of a manifold of predictions."
    ),
    "de-hoop": (
        "A context of any length is a probability distribution, a transformer a map of such "
        "distributions; maps with parameters τ_gen and τ_mem suffice. Joint work with others."
    ),
    "brunton": "Few terms, good coordinates, measured data: a machine finds equations for fluids.",
    "mahoney": (
        "For every model with too many parameters there is a dual one with too few and the same "
        "evidence. We select by it, and say when ensembles help."
    ),
    "zenke": (
        "A layer that predicts its own future might fall silent. Regularization prevents it, "
        "and looks like plasticity rules known from the cortex."
    ),
    "johnson": "Seismic records of >60 events of magnitude ~5, read for what the ground will do.",
    "chklovskii": "A neuron may be less a unit of a network than a controller in a loop.",
    "behrens": (
        "Small transformers count in two ways, and attend in two ways. Which, depends on data and "
        "architecture (after [arxiv:2402.03902](https://arxiv.org/abs/2402.03902) and "
        "[arxiv:2407.11542](https://arxiv.org/abs/2407.11542))."
    ),
    "abreu": (
        "One graph format for computation in continuous time, run on chips that share little else: "
        "what carries over, and what device mismatch spoils."
    ),
    "shi": "Layers learn like blocks pulled by springs: friction is noise--nonlinearity.",
}

MORNING = ((8, 30), (9, 20)), ((10, 40), (11, 30))
AFTERNOON = ((14, 30),), ((15, 30), (16, 20))


def rovinj() -> Conference:
    """The symposium as its booklet has it: one stream of talks, in no declared room."""
    return Conference(
        title=TITLE,
        start=date(2024, 9, 29),
        end=date(2024, 10, 3),
        place="Rovinj, Croatia",
        timezone="Europe/Zagreb",
        hosts=(
            Organization(name="University\nof Basel"),
            Organization(name="European Research Council\nEstablished by the European Commission"),
        ),
        affiliations=tuple(Affiliation(id=i, name=name) for i, name in AFFILIATIONS.items()),
        people=tuple(
            Person(id=i, name=name, affiliations=(place,) if place else ())
            for i, (name, place) in SPEAKERS.items()
        ),
        talks=tuple(_talk(speaker) for speaker in SPEAKERS),
        days=(
            _reception(),
            _full_day(30, 9, ("kempe", "lu", "pehlevan", "brbic"), _MONDAY, opening=True),
            _full_day(1, 10, ("vanden-eijnden", "mallat", "li", "bandeira"), _TUESDAY),
            _full_day(2, 10, ("de-hoop", "brunton", "mahoney", "zenke"), _WEDNESDAY),
            _thursday(),
        ),
    )


def rovinj_program() -> Program:
    """The program that the symposium's facts make."""
    return Program.of(rovinj())


_MONDAY = ("lassas", "da-silveira", "cotterell")
_TUESDAY = ("goldt", "mondelli", "transtrum")
_WEDNESDAY = ("flammarion", "johnson", "chklovskii")


def _talk(speaker):
    if speaker == "dokmanic":
        return Talk(
            id="opening-remarks",
            title="Opening remarks",
            speakers=("dokmanic",),
            abstract="",
            kind="remarks",
        )
    return Talk(
        id=speaker,
        title=TITLES.get(speaker, TBD),
        speakers=(speaker,),
        abstract=ABSTRACTS.get(speaker, TBD),
    )


def _reception():
    reception = Break(title="Welcome drink and Reception", kind="social", start=_clock(18, 30))
    return Day(date=date(2024, 9, 29), items=(reception,))


def _full_day(day, month, before_lunch, after_lunch, *, opening=False):
    morning = _slots(before_lunch[:2], MORNING[0])
    if opening:
        morning = (Slot(start=_clock(8, 20), minutes=10, talk="opening-remarks"), *morning)
    items = (
        Session(slots=morning),
        Break(title="Coffee/juice break", kind="coffee", start=_clock(10, 10), minutes=30),
        Session(slots=_slots(before_lunch[2:], MORNING[1])),
        Break(title="Lunch", kind="lunch", start=_clock(12, 20), minutes=130),
        Session(slots=_slots(after_lunch[:1], AFTERNOON[0])),
        Break(title="Coffee/juice break", kind="coffee", start=_clock(15, 20), minutes=10),
        Session(slots=_slots(after_lunch[1:], AFTERNOON[1])),
        Marker(title="End of the day", start=_clock(17, 10)),
    )
    return Day(date=date(2024, month, day), items=items)


def _thursday():
    """The last talk has no end."""
    first = _slots(("behrens", "abreu"), MORNING[0])
    last = Slot(start=_clock(10, 10), talk="shi")
    return Day(date=date(2024, 10, 3), items=(Session(slots=(*first, last)),))


def _slots(talks, starts):
    return tuple(
        Slot(start=_clock(*start), minutes=50, talk=talk)
        for talk, start in zip(talks, starts, strict=True)
    )


def _clock(hours, minutes):
    return 60 * hours + minutes
