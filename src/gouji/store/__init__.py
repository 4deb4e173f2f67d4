"""The desk on the disk: every step, decision and state of every review, kept before it is shown as kept."""

from gouji.store.folder import data_folder
from gouji.store.journal import Journal
from gouji.store.keeping import Keeping
from gouji.store.resume import Resumed, resume

__all__ = ["Journal", "Keeping", "Resumed", "data_folder", "resume"]
