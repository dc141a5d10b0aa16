// Checks certificates with libraries that had no part in issuing them. Standard input: a list of cases, each
// {carrier, text, did, keys, documents, contexts}; standard output: what came of each, in order. Nothing is
// fetched: what a case does not bring along does not exist.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as vc from "@digitalbazaar/vc";
import { contexts as vcContexts } from "@digitalbazaar/credentials-context";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { importJWK, jwtVerify, decodeProtectedHeader } from "jose";
import jsonld from "jsonld";
import jsigs from "jsonld-signatures";

const OF_THE_TOKEN = ["iss", "jti", "sub", "nbf", "exp"];

function loaderOf({ did, documents, contexts }) {
  const methods = did.verificationMethod.map((method) => [method.id, { "@context": did["@context"], ...method }]);
  const known = { ...Object.fromEntries(methods), [did.id]: did, ...documents, ...contexts };
  return jsigs.extendContextLoader(async (url) => {
    if (vcContexts.has(url)) return { contextUrl: null, documentUrl: url, document: vcContexts.get(url) };
    if (!(url in known)) throw new Error(`not known here: ${url}`);
    return { contextUrl: null, documentUrl: url, document: known[url] };
  });
}

async function credentialInToken(token, keys) {
  const key = await importJWK(keys[decodeProtectedHeader(token).kid], "RS256");
  const { payload } = await jwtVerify(token, key, { algorithms: ["RS256"] });
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !OF_THE_TOKEN.includes(name)));
}

async function check({ carrier, text, keys, ...rest }) {
  const documentLoader = loaderOf(rest);
  const suite = new DataIntegrityProof({ cryptosuite });
  if (carrier === "jwt") {
    const credential = await credentialInToken(text, keys);
    const status = await checkStatus({ credential, documentLoader, suite });
    return { ...verdict(status, status), credential };
  }
  const credential = JSON.parse(text);
  const result = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus });
  return { ...verdict(result, result.statusResult), same: await survives(credential, documentLoader) };
}

// These libraries say that a status was read, and apart from it whether the bit is set.
function verdict(result, status) {
  const revoked = (status?.results ?? []).some((one) => one.status === true);
  const errors = [result.error, ...(result.error?.errors ?? []), status?.error].filter(Boolean);
  const why = [...errors.map((error) => error.message), ...(revoked ? ["revoked"] : [])].join(" / ");
  return { counts: result.verified && status?.verified === true && !revoked, why };
}

// Whether the JSON is what its own graph compacts to: else something in it is signed by nobody.
async function survives({ proof, ...document }, documentLoader) {
  const expanded = await jsonld.expand(document, { documentLoader, safe: true });
  const again = await jsonld.compact(expanded, document["@context"], { documentLoader });
  return isDeepStrictEqual(unwrapped(again), unwrapped(document));
}

// A list of one and its only member are the same graph.
function unwrapped(value) {
  if (Array.isArray(value)) return value.length === 1 ? unwrapped(value[0]) : value.map(unwrapped);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unwrapped(member)]));
}

const answers = [];
for (const one of JSON.parse(readFileSync(0, "utf8"))) {
  answers.push(await check(one).catch((error) => ({ counts: false, why: error.message })));
}
console.log(JSON.stringify(answers));
