/** The config's definition: every field is documented, and its example is right. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chart as schema } from "../../src/chart/config/fields/chart.js";
import { type AnyField, type AnySchema, root } from "../../src/chart/config/schema/schema.js";
import { type ChartConfigInput, mkChart, resourcesOf, validateConfig } from "../../src/index.js";

interface Documented {
  readonly path: readonly string[];
  readonly field: AnyField;
}

/** Every field, those in lists and maps included; environments repeat the others and are not entered. */
function* fieldsOf({ shape }: AnySchema, path: readonly string[] = []): Generator<Documented> {
  if (shape.type === "choice") for (const alternative of shape.alternatives) yield* fieldsOf(alternative, path);
  if (shape.type === "list") yield* fieldsOf(shape.item, [...path, "*"]);
  if (shape.type === "map" && path[0] !== "environments") yield* fieldsOf(shape.value, [...path, "*"]);
  if (shape.type !== "object") return;
  for (const [name, field] of Object.entries(shape.fields)) {
    yield { path: [...path, name], field };
    yield* fieldsOf(field.schema, [...path, name]);
  }
}

const fields = [...fieldsOf(schema)];
const isSupported = ({ field }: Documented) => field.schema.shape.type !== "unsupported";

function check(value: unknown, { field }: Documented) {
  const found = { issues: [], deferred: false };
  field.schema.check(value, root, { found, fragment: false, whole: schema });
  return found.issues;
}

/** What a field needs around it to make sense. */
const surroundings: Readonly<Record<string, object>> = {
  "app.schedule": { kind: "CronJob" },
  "app.autoscaling": { production: { resources: { requests: { cpu: 1 } } } },
  "app.ingress": { ports: [80] },
  "app.httpRoute": { ports: [80] },
  "app.monitoring": { ports: [80] },
  "app.service": { ports: [80] },
  "app.serviceType": { ports: [80] },
  "app.volumeMounts": { volumes: [{ name: "cache", emptyDir: {} }] },
  createNamespace: { namespace: "shop" },
};

function exampleConfig({ path: [first = "", second], field }: Documented): ChartConfigInput {
  const base = { name: "web", version: "1.0.0" };
  const around = surroundings[[first, second].filter(Boolean).join(".")];
  const app = { image: "nginx:1.27" };
  if (second === undefined) return { ...base, app, ...around, [first]: field.example } as ChartConfigInput;
  return { ...base, app: { ...app, ...around, [second]: field.example } } as ChartConfigInput;
}

describe("every field", () => {
  it("is one of at least 200", () => assert.ok(fields.length > 200, String(fields.length)));

  for (const documented of fields) {
    const { path, field } = documented;
    it(path.join("."), () => {
      assert.match(field.doc, /^[A-Z].*[^.]\.$/, "a sentence of documentation");
      const absence = [field.kind === "required", field.default !== undefined, field.unset !== undefined];
      assert.equal(absence.filter(Boolean).length, 1, "says what leaving it out means");
      if (!isSupported(documented)) return;
      assert.deepEqual(check(field.example, documented), [], "the example is right");
      if (field.default !== undefined) assert.deepEqual(check(field.default, documented), [], "the default is right");
      assert.notDeepEqual(field.example, field.default, "the example shows something else than the default");
    });
  }
});

describe("the example builds, of", () => {
  const direct = fields.filter(({ path }) => path.length === 1 || (path.length === 2 && path[0] === "app"));
  for (const documented of direct.filter(isSupported)) {
    it(documented.path.join("."), () => {
      const config = exampleConfig(documented);
      assert.deepEqual(validateConfig(config).issues, []);
      resourcesOf(mkChart(config));
    });
  }
});

it("product names are all there", () => {
  const names = (prefix: string) =>
    fields.filter(({ path }) => path.slice(0, -1).join(".") === prefix).map(({ path }) => path.at(-1));
  const listed = {
    "": "name version description appVersion type keywords home icon sources maintainers dependencies annotations namespace createNamespace labels kubernetesVersion app resources patches environments helm gitops",
    app: "image kind replicas ports env envFrom command args workingDir serviceType service configData configMountPath secret ingress httpRoute persistence volumes volumeMounts initContainers sidecars serviceAccount rbac autoscaling monitoring schedule strategy affinity nodeSelector tolerations topologySpreadConstraints priorityClassName terminationGracePeriodSeconds lifecycle pod container production",
    "app.production": "resources pdb healthChecks securityContext networkPolicy annotations",
  };
  for (const [prefix, expected] of Object.entries(listed)) {
    assert.deepEqual(names(prefix).sort(), expected.split(" ").sort());
  }
});
