"""The pictures of a PDF as they lie in the file, by pikepdf."""

from collections.abc import Iterator
from typing import Final

import pikepdf

_DEEPEST: Final = 4
_MOST: Final = 2000
_MASKS: Final = ("/SMask", "/Mask", "/ImageMask", "/SMaskInData", "/OC")
_SIZES: Final = {"/Width": 0, "/Height": 0, "/BitsPerComponent": 1}
_NAMED_CHANNELS: Final = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3}
_PROFILED: Final = "/ICCBased"
_CHANNELS: Final = frozenset({1, 3})


def find_image(page: pikepdf.Page, raw: bytes) -> pikepdf.Stream | None:
    """Return the picture of the page with this very code; PDFium does not say which it is."""
    for count, stream in enumerate(_images(page.obj.get("/Resources"), 0)):
        if count > _MOST:
            return None
        if _length_of(stream) == len(raw) and stream.read_raw_bytes() == raw:
            return stream
    return None


def _images(resources: object, depth: int) -> Iterator[pikepdf.Stream]:
    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    painted = resources.get("/XObject")
    if not isinstance(painted, pikepdf.Dictionary):
        return
    for stream in painted.values():
        if not isinstance(stream, pikepdf.Stream):
            continue
        if stream.stream_dict.get("/Subtype") == pikepdf.Name.Image:
            yield stream
        else:
            yield from _images(stream.stream_dict.get("/Resources"), depth + 1)


def _length_of(stream: pikepdf.Stream) -> int:
    length = stream.stream_dict.get("/Length", -1)
    return length if isinstance(length, int) else -1


def is_see_through(stream: pikepdf.Stream) -> bool:
    """Tell whether something under the picture can be seen, or the picture be switched off."""
    return any(_is_set(stream.stream_dict.get(key)) for key in _MASKS)


def _is_set(value: object) -> bool:
    return value is not None and value is not False and value != 0


def plain_jpeg_channels(stream: pikepdf.Stream) -> int | None:
    """Return how many channels the picture has when it is its JPEG and nothing else.

    Nothing where a second filter, turned colours or another colour space stand between.
    """
    said = stream.stream_dict
    filters = said.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        filters = filters[0] if len(filters) == 1 else None
    if filters != pikepdf.Name.DCTDecode or "/Decode" in said or "/DecodeParms" in said:
        return None
    return _channels_of(said.get("/ColorSpace"))


def is_only_deflated(stream: pikepdf.Stream) -> bool:
    """Tell whether unpacking it once gives the picture."""
    filters = stream.stream_dict.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        filters = filters[0] if len(filters) == 1 else None
    return bool(filters == pikepdf.Name.FlateDecode)


def least_bytes(stream: pikepdf.Stream) -> int:
    """Return how many bytes the picture has when it is unpacked, or fewer where that is unclear."""
    said = stream.stream_dict
    sizes = [said.get(key, default) for key, default in _SIZES.items()]
    width, height, depth = (size if isinstance(size, int) else 0 for size in sizes)
    return height * (width * depth * (_channels_of(said.get("/ColorSpace")) or 1) // 8)


def _channels_of(space: object) -> int | None:
    if isinstance(space, pikepdf.Array) and len(space):
        if str(space[0]) == _PROFILED and isinstance(space[1], pikepdf.Stream):
            count = space[1].stream_dict.get("/N")
            return int(count) if count in _CHANNELS else None
        space = space[0]
    return _NAMED_CHANNELS.get(str(space))
