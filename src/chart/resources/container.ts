/** Containers: the main one, and those beside it. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { ComputeResources } from "../config/fields/compute-resources.js";
import type { SideContainer } from "../config/fields/containers.js";
import { environmentVariables } from "./environment.js";
import { imageText, pullPolicy } from "./image.js";
import { generatedMounts, secretName } from "./mounts.js";
import { containerPorts, namedPorts } from "./ports.js";
import { nonEmpty, nonEmptyFields, sorted } from "./tidy.js";

/** The fields in the order in which people read them. */
export function mainContainer(config: ChartConfig, app: App): object {
  const { healthChecks, resources, securityContext } = app.production ?? {};
  const mounts = generatedMounts(config, app).map(({ mount }) => mount);
  return {
    name: config.name,
    image: imageText(app.image),
    imagePullPolicy: pullPolicy(app.image),
    command: nonEmpty(app.command),
    args: nonEmpty(app.args),
    workingDir: app.workingDir,
    ports: nonEmpty(containerPorts(namedPorts(app.ports))),
    env: nonEmpty(environmentVariables(app.env)),
    envFrom: nonEmpty([...secretEnvironment(config, app), ...(app.envFrom ?? [])]),
    resources: resources && computeResources(resources),
    volumeMounts: nonEmpty([...mounts, ...(app.volumeMounts ?? [])]),
    startupProbe: healthChecks?.startupProbe,
    livenessProbe: healthChecks?.livenessProbe,
    readinessProbe: healthChecks?.readinessProbe,
    lifecycle: app.lifecycle,
    securityContext: nonEmptyFields(securityContext?.container),
  };
}

/** A Secret that is not mounted as files becomes environment variables. */
function secretEnvironment(config: ChartConfig, { secret }: App): readonly object[] {
  if (secret === undefined || secret.mountPath !== undefined) return [];
  return [{ secretRef: { name: secretName(config) } }];
}

export function sideContainer({ env, envFrom, resources, ...container }: SideContainer): object {
  const { name, image, command, args, volumeMounts, ...rest } = container;
  return {
    name,
    image,
    command: nonEmpty(command),
    args: nonEmpty(args),
    env: nonEmpty(environmentVariables(env)),
    envFrom: nonEmpty(envFrom),
    resources: resources && computeResources(resources),
    volumeMounts: nonEmpty(volumeMounts),
    ...rest,
  };
}

/** Quantities are text in the output, because a number would be read as a float somewhere. */
function computeResources({ requests, limits, claims }: ComputeResources): object | undefined {
  return nonEmptyFields({ requests: asText(requests), limits: asText(limits), claims: nonEmpty(claims) });
}

function asText(amounts: ComputeResources["requests"]): object | undefined {
  if (amounts === undefined || Object.keys(amounts).length === 0) return undefined;
  return sorted(Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)])));
}
