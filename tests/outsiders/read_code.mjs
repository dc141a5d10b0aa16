// Reads the QR codes of pictures with a library that had no part in drawing them. Standard input: a list of
// {width, height, rgba}, the pixels in base64; standard output: the text of each, or null.
import { readFileSync } from "node:fs";
import jsQR from "jsqr";

const read = ({ width, height, rgba }) =>
  jsQR(new Uint8ClampedArray(Buffer.from(rgba, "base64")), width, height)?.data ?? null;
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
