"""Documents of Word and WPS: DOCX."""

from gouji.sources.word.document import MEDIA_TYPE, read_word

__all__ = ["MEDIA_TYPE", "read_word"]
