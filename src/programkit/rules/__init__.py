"""The requirements that organizers can name, one file each."""

from __future__ import annotations

from typing import Final

from programkit.rules.alone import Alone
from programkit.rules.apart import Apart
from programkit.rules.attendee_clash import AttendeeClash
from programkit.rules.audience_hours import AudienceHours
from programkit.rules.balance import Balance
from programkit.rules.base import Reads, Rule
from programkit.rules.candidates import Candidates
from programkit.rules.chair_available import ChairAvailable
from programkit.rules.chair_candidates import ChairCandidates
from programkit.rules.chair_free import ChairFree
from programkit.rules.chair_load import ChairLoad
from programkit.rules.chair_own_talk import ChairOwnTalk
from programkit.rules.chair_pairs import ChairPairs
from programkit.rules.chair_track import ChairTrack
from programkit.rules.chaired import Chaired
from programkit.rules.choice import Choice
from programkit.rules.coherent import Coherent
from programkit.rules.costs import Costs
from programkit.rules.days_on_site import DaysOnSite
from programkit.rules.edge_of_day import EdgeOfDay
from programkit.rules.flow import Flow
from programkit.rules.gap import Gap
from programkit.rules.interests import Interests
from programkit.rules.like_abstracts import LikeAbstracts
from programkit.rules.local_hours import LocalHours
from programkit.rules.makespan import Makespan
from programkit.rules.not_together import NotTogether
from programkit.rules.one_track import OneTrack
from programkit.rules.order import Order
from programkit.rules.per_day import PerDay
from programkit.rules.pinned import Pinned
from programkit.rules.popular_spread import PopularSpread
from programkit.rules.poster_available import PosterAvailable
from programkit.rules.poster_board import PosterBoard
from programkit.rules.poster_free import PosterFree
from programkit.rules.posters_near import PostersNear
from programkit.rules.presenter_clash import PresenterClash
from programkit.rules.room_available import RoomAvailable
from programkit.rules.room_capacity import RoomCapacity
from programkit.rules.room_features import RoomFeatures
from programkit.rules.room_free import RoomFree
from programkit.rules.rooms import Rooms
from programkit.rules.same_day import SameDay
from programkit.rules.session_hopping import SessionHopping
from programkit.rules.session_kinds import SessionKinds
from programkit.rules.session_length import SessionLength
from programkit.rules.set_up import SetUp
from programkit.rules.similar_tracks import SimilarTracks
from programkit.rules.speaker_available import SpeakerAvailable
from programkit.rules.speaker_free import SpeakerFree
from programkit.rules.spread import Spread
from programkit.rules.stay_put import StayPut
from programkit.rules.talk_fits_slot import TalkFitsSlot
from programkit.rules.talk_placed_once import TalkPlacedOnce
from programkit.rules.times import Times
from programkit.rules.together import Together
from programkit.rules.track_at_once import TrackAtOnce
from programkit.rules.track_chairs import TrackChairs
from programkit.rules.track_consecutive import TrackConsecutive
from programkit.rules.track_not_parallel import TrackNotParallel
from programkit.rules.track_order import TrackOrder
from programkit.rules.track_room import TrackRoom
from programkit.rules.within_session import WithinSession

RULES: Final[tuple[type[Rule], ...]] = (
    TalkPlacedOnce,
    TalkFitsSlot,
    RoomFree,
    RoomAvailable,
    SpeakerFree,
    SpeakerAvailable,
    Pinned,
    Order,
    Times,
    Rooms,
    SameDay,
    NotTogether,
    Together,
    Apart,
    Spread,
    Gap,
    EdgeOfDay,
    Alone,
    PerDay,
    DaysOnSite,
    LocalHours,
    AudienceHours,
    Makespan,
    RoomCapacity,
    RoomFeatures,
    SetUp,
    OneTrack,
    TrackNotParallel,
    TrackRoom,
    SessionHopping,
    Flow,
    SessionKinds,
    SessionLength,
    Balance,
    Coherent,
    LikeAbstracts,
    WithinSession,
    Candidates,
    Costs,
    SimilarTracks,
    TrackChairs,
    TrackAtOnce,
    TrackConsecutive,
    TrackOrder,
    PresenterClash,
    AttendeeClash,
    Interests,
    PopularSpread,
    Choice,
    Chaired,
    ChairFree,
    ChairAvailable,
    ChairOwnTalk,
    ChairLoad,
    ChairPairs,
    ChairTrack,
    ChairCandidates,
    PosterBoard,
    PosterFree,
    PosterAvailable,
    PostersNear,
    StayPut,
)
"""All rules, in the order of reports."""

DEFAULT_RULES: Final[tuple[Rule, ...]] = (
    TalkPlacedOnce(),
    TalkFitsSlot(),
    RoomFree(),
    RoomAvailable(),
    SpeakerFree(),
    SpeakerAvailable(),
    Pinned(),
    RoomFeatures(),
    Interests(),
    Chaired(),
    ChairFree(),
    ChairAvailable(),
    ChairOwnTalk(),
    PosterBoard(),
    PosterFree(),
    PosterAvailable(),
)
"""The rules in force unless the caller passes others: what every program must be."""

__all__ = [
    "DEFAULT_RULES",
    "RULES",
    "Alone",
    "Apart",
    "AttendeeClash",
    "AudienceHours",
    "Balance",
    "Candidates",
    "ChairAvailable",
    "ChairCandidates",
    "ChairFree",
    "ChairLoad",
    "ChairOwnTalk",
    "ChairPairs",
    "ChairTrack",
    "Chaired",
    "Choice",
    "Coherent",
    "Costs",
    "DaysOnSite",
    "EdgeOfDay",
    "Flow",
    "Gap",
    "Interests",
    "LikeAbstracts",
    "LocalHours",
    "Makespan",
    "NotTogether",
    "OneTrack",
    "Order",
    "PerDay",
    "Pinned",
    "PopularSpread",
    "PosterAvailable",
    "PosterBoard",
    "PosterFree",
    "PostersNear",
    "PresenterClash",
    "Reads",
    "RoomAvailable",
    "RoomCapacity",
    "RoomFeatures",
    "RoomFree",
    "Rooms",
    "Rule",
    "SameDay",
    "SessionHopping",
    "SessionKinds",
    "SessionLength",
    "SetUp",
    "SimilarTracks",
    "SpeakerAvailable",
    "SpeakerFree",
    "Spread",
    "StayPut",
    "TalkFitsSlot",
    "TalkPlacedOnce",
    "Times",
    "Together",
    "TrackAtOnce",
    "TrackChairs",
    "TrackConsecutive",
    "TrackNotParallel",
    "TrackOrder",
    "TrackRoom",
    "WithinSession",
]
