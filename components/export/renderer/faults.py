"""What can go wrong with a picture."""

from __future__ import annotations

from datasets.problems import Problem


class PictureFailed(Problem):
    """A picture that could not be drawn; the two below are the usual reasons."""

    key = "picture-failed"
    fault = "the browser on the server could not draw the picture"
    repair = "try again; if it happens again, tell whoever runs the server"


class PictureTooSlow(PictureFailed):
    key = "picture-too-slow"
    fault = "the picture was not ready after {seconds} seconds"
    repair = "try again with a smaller size or scale"


class PicturesQueued(PictureFailed):
    key = "pictures-queued"
    fault = "too many pictures are being drawn at this moment"
    repair = "try again in a minute"
