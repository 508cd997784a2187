import type { Check } from "./check.js";

export const externalNameMissing: Check = {
  code: "missing-field",
  severity: "error",
  why: "A Service of type ExternalName stands for another host, and must say which.",
  *find({ config, wrote }) {
    const { serviceType, service } = config.app ?? {};
    const type = service?.type ?? serviceType;
    const path = ["app", "service", "externalName"];
    if (type === "ExternalName") {
      if (wrote(...path)) return;
      yield { path: ["app"], message: "a Service of type ExternalName needs service.externalName" };
    } else if (
      service?.externalName !== undefined &&
      (type !== undefined || !(wrote("app", "service", "type") || wrote("app", "serviceType")))
    ) {
      const help = 'Set serviceType to "ExternalName".';
      yield { path, message: "only a Service of type ExternalName has an externalName", help };
    }
  },
};
