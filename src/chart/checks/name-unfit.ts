import type { Check } from "./check.js";

export const nameUnfit: Check = {
  code: "invalid-name",
  severity: "error",
  why: "Some kinds of resources have narrower rules for names than others.",
  *find({ config }) {
    const { name, app } = config;
    if (name === undefined || app === undefined) return;
    const hasService = (app.ports?.length ?? 0) > 0 && app.service?.enabled !== false;
    if ((hasService || app.kind === "StatefulSet") && !/^[a-z]/.test(name)) {
      const message = `${JSON.stringify(name)} must begin with a letter, because the Service is called so`;
      yield { path: ["name"], message, help: `Write ${JSON.stringify(`app-${name}`)}.` };
    }
    // Kubernetes adds a hash or a time to these names, and the result has to fit into a label of 63 characters.
    if ((app.kind === "CronJob" || app.kind === "StatefulSet") && name.length > 52) {
      const message = `${JSON.stringify(name)} has ${name.length} characters; the name of a ${app.kind} has at most 52`;
      yield { path: ["name"], message };
    }
  },
};
