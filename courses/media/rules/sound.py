"""WAV and MP3: read from the first byte to the last, so that nothing else can be in the file."""

from collections.abc import Iterator
from typing import BinaryIO

from courses.media.rules.boxes import Broken

WAV_HEADER, CHUNK_HEADER = 12, 8
SOUND_CHUNKS = {b"fmt ", b"data", b"fact"}
PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
ID3_HEADER, ID3_OLD, FRAME_HEADER = 10, 128, 4
FEWEST_FRAMES, MOST_FRAMES = 3, 900_000  # some six hours; more would only cost time to count
VERSION_1, LAYER_3 = 3, 1
BITRATES = {  # in thousands of bits a second, by the version; MP3 is layer III alone
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def wav_chunks(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    """(kind, where its header stands, bytes of content) of each chunk of a WAV file."""
    file.seek(0)
    head = file.read(WAV_HEADER)
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        raise Broken("wav")
    if int.from_bytes(head[4:8], "little") + 8 != size:
        raise Broken("size")
    at = WAV_HEADER
    while at < size:
        file.seek(at)
        chunk = file.read(CHUNK_HEADER)
        length = int.from_bytes(chunk[4:8], "little")
        if len(chunk) < CHUNK_HEADER or at + CHUNK_HEADER + length > size:
            raise Broken("chunk")
        yield chunk[:4], at, length
        at += CHUNK_HEADER + length + length % 2


def check_wav(file: BinaryIO, size: int) -> None:
    chunks = {kind: (at, length) for kind, at, length in wav_chunks(file, size)}
    if b"fmt " not in chunks or not chunks.get(b"data", (0, 0))[1]:
        raise Broken("no sound")
    file.seek(chunks[b"fmt "][0] + CHUNK_HEADER)
    if int.from_bytes(file.read(2), "little") not in (PCM, FLOAT, EXTENSIBLE):
        raise Broken("codec")


def mp3_sound(file: BinaryIO, size: int) -> tuple[int, int]:
    """From where to where the frames stand; the tags before and behind them are no part of it."""
    start = _after_id3(file)
    file.seek(max(0, size - ID3_OLD))
    end = size - ID3_OLD if file.read(3) == b"TAG" else size
    at, frames = start, 0
    while at < end and frames < MOST_FRAMES:
        length = _frame(file, at)
        if not length:
            break
        at, frames = at + length, frames + 1
    file.seek(min(at, end))
    rest = file.read(max(0, end - at))
    if frames < FEWEST_FRAMES or rest.strip(b"\0"):
        raise Broken("mp3")
    return start, min(at, end)


def _after_id3(file: BinaryIO) -> int:
    file.seek(0)
    head = file.read(ID3_HEADER)
    if head[:3] != b"ID3":
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return ID3_HEADER + size


def _frame(file: BinaryIO, at: int) -> int:
    """The bytes of the frame that begins here; 0 where none does."""
    file.seek(at)
    head = int.from_bytes(file.read(FRAME_HEADER), "big")
    version, layer = head >> 19 & 3, head >> 17 & 3
    bitrate, rate, padding = head >> 12 & 15, head >> 10 & 3, head >> 9 & 1
    if head >> 21 != 0x7FF or version not in RATES or layer != LAYER_3:
        return 0
    if bitrate in (0, 15) or rate == 3:
        return 0
    is_first = version == VERSION_1
    thousands = BITRATES[is_first][bitrate]
    return (144 if is_first else 72) * thousands * 1000 // RATES[version][rate] + padding
