"""The controlled words of the tables. Each is an id; its Korean and English forms live in components/wording."""

PILLARS = ("industry", "talent", "startup", "infrastructure", "adoption", "governance", "context")
STATUSES = ("actual", "provisional", "estimate", "planned", "target")
QUALIFIERS = ("exact", "about", "at_least", "at_most", "under")
KINDS = ("number", "text", "date")
NATURES = ("stock", "cumulative", "flow")
BETTER = ("more", "less", "neither")
CONFIDENCES = ("high", "medium", "low")
MISSING_REASONS = (
    "not_published",
    "not_applicable",
    "before_merger",
    "after_merger",
    "planned",
    "low_confidence",
)
DECISIONS = (
    "discussed",
    "deliberated_resolved",
    "resolved",
    "deliberated_confirmed",
    "confirmed",
    "reported",
    "announced",
    "tabled_resolved",
    "unstated",
)
EVENT_STATUSES = ("actual", "planned")
TRANSLATED_BY = ("official", "ours")
STRATEGY_LEVELS = ("plan", "pillar", "strategy", "domain", "task", "project", "programme", "measure", "field")
QUANTITY_NATURES = ("stock", "cumulative", "flow", "count", "share", "amount", "ordinal", "target")
ORGANISATION_KINDS = (
    "ministry",
    "agency",
    "local_government",
    "public_institution",
    "foundation",
    "committee",
    "company",
    "university",
    "research_institute",
    "alliance",
    "association",
    "parliament",
    "party",
    "press",
    "international",
    "foreign_government",
    "group",
)
# Facilities worth a visit; rooms where a meeting was held are not.
VISITED = (
    "data_centre",
    "cluster",
    "school",
    "academy",
    "laboratory",
    "institute",
    "factory",
    "equipment",
)
FACILITY_KINDS = (*VISITED, "venue", "other")
PARTNERSHIP_KINDS = (
    "mou",
    "framework",
    "alliance",
    "task_force",
    "working_group",
    "committee",
    "network",
    "joint_hosting",
    "joint_platform",
    "other",
)
ROLES = (
    "chair",
    "vice_chair",
    "member",
    "government_member",
    "private_member",
    "speaker",
    "keynote",
    "presenter",
    "host",
    "co_host",
    "organiser",
    "owner",
    "partner",
    "participant",
    "contributor",
    "surveyor",
    "attendee",
    "legal_basis",
    "author",
)
TARGET_NATURES = ("level", "stock", "flow", "share", "rank")
TARGET_STATUSES = ("target", "planned", "draft", "private")
SAME_SURVEY = ("yes", "no")
LAW_KINDS = ("ordinance", "act", "decree", "rules", "guideline", "bill")
LAW_STATUSES = ("in_force", "confirmed", "reported", "planned")
TENTATIVE = ("가칭", "잠정", "예정")
