import type { Check } from "./check.js";

export const serviceTypeConflict: Check = {
  code: "conflicting-fields",
  severity: "error",
  why: "A Service has one type.",
  *find({ config }) {
    const { serviceType, service, ports } = config.app ?? {};
    const type = service?.type ?? serviceType;
    if (serviceType !== undefined && service?.type !== undefined && serviceType !== service.type) {
      const message = `serviceType (${serviceType}) and service.type (${service.type}) differ`;
      yield { path: ["app", "serviceType"], message, help: "Keep one of them." };
    }
    if (service?.headless && serviceType !== undefined && serviceType !== "ClusterIP") {
      yield { path: ["app", "serviceType"], message: `a headless Service cannot be of type ${serviceType}` };
    }
    for (const [index, port] of ports?.entries() ?? []) {
      if (typeof port !== "object" || port.nodePort === undefined) continue;
      if (type === "NodePort" || type === "LoadBalancer") continue;
      const message = `a Service of type ${type ?? "ClusterIP"} has no nodePort`;
      yield { path: ["app", "ports", index, "nodePort"], message, help: 'Set serviceType to "NodePort".' };
    }
  },
};

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
