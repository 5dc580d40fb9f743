// Each contract by itself, before validators that nobody here wrote. Prints one line for each fault; silence is good.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "@asyncapi/parser";
import SwaggerParser from "@apidevtools/swagger-parser";
import { createConfig, lint } from "@redocly/openapi-core";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const contracts = process.argv[2];
const documents = [
  join(contracts, "openapi.json"),
  ...readdirSync(join(contracts, "openapi")).map((name) => join(contracts, "openapi", name)),
];
const faults = [];

// what is no fault here: the licence and the servers are the operator's, examples need not be complete answers
const rules = { "info-license": "off", "info-license-url": "off", "no-server-example.com": "off", "operation-4xx-response": "off" };
const redocly = await createConfig({ extends: ["recommended"], rules });
for (const path of documents) {
  for (const problem of await lint({ ref: path, config: redocly })) {
    if (problem.severity === "error") {
      faults.push(`redocly: ${path} ${problem.location?.[0]?.pointer}: ${problem.message}`);
    }
  }
  await SwaggerParser.validate(path).catch((error) => faults.push(`swagger-parser: ${path}: ${error.message}`));
}

const asyncapi = join(contracts, "asyncapi.yaml");
const { diagnostics } = await new Parser().parse(readFileSync(asyncapi, "utf8"), { source: asyncapi });
for (const each of diagnostics.filter((found) => found.severity === 0)) {
  faults.push(`asyncapi: ${each.path.join("/")}: ${each.message}`);
}

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
for (const topic of readdirSync(contracts).filter((name) => name.startsWith("haicap."))) {
  for (const name of readdirSync(join(contracts, topic)).filter((each) => each.endsWith(".schema.json"))) {
    const read = (file) => JSON.parse(readFileSync(join(contracts, topic, file), "utf8"));
    try {
      const validate = ajv.compile(read(name));
      const example = read(name.replace(".schema.json", ".json"));
      const consumed = structuredClone(example);
      consumed.addedLater = { in: "this version" };
      for (const [what, event] of [["example", example], ["an added field", consumed]]) {
        if (!validate(event)) {
          faults.push(`ajv: ${topic}/${name} (${what}): ${ajv.errorsText(validate.errors)}`);
        }
      }
    } catch (error) {
      faults.push(`ajv: ${topic}/${name}: ${error.message}`);
    }
  }
}

console.log(JSON.stringify({ documents: documents.length, faults }));
