"""Drawn pages, turned as the reviewer wants to see them."""

from __future__ import annotations


def turned_picture(width: int, height: int, pixels: bytes, turns: int) -> tuple[int, int, bytes]:
    """Width, height and pixels, 4 bytes each, of a picture after it was turned clockwise by quarters."""
    if not turns % 4:
        return width, height, pixels
    from PIL import Image  # noqa: PLC0415 -- few pages are turned

    # Pillow counts counterclockwise.
    ways = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
    picture = Image.frombuffer("RGBA", (width, height), pixels, "raw", "RGBA", 0, 1)
    turned = picture.transpose(ways[turns % 4 - 1])
    return turned.width, turned.height, turned.tobytes()
