/** ServiceAccount, Role and RoleBinding. */
import type { App } from "../config/fields/app.js";
import type { ChartConfig } from "../config/fields/chart.js";
import type { Draft } from "./resource.js";
import { nonEmpty } from "./tidy.js";

interface Account {
  readonly name: string;
  readonly create: boolean;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly automountToken?: boolean | undefined;
}

/** The pods' account; `undefined` stands for the namespace's default one. */
export function accountOf(config: ChartConfig, { serviceAccount, rbac }: App): Account | undefined {
  if (typeof serviceAccount === "string") return { name: serviceAccount, create: false };
  if (typeof serviceAccount === "object") return { ...serviceAccount, name: serviceAccount.name ?? config.name };
  return serviceAccount === true || rbac?.enabled ? { name: config.name, create: true } : undefined;
}

export function accountDrafts(config: ChartConfig, app: App): readonly Draft[] {
  const account = accountOf(config, app);
  return [...serviceAccount(account), ...roles(config, app, account)];
}

function serviceAccount(account: Account | undefined): readonly Draft[] {
  if (!account?.create) return [];
  const { name, annotations, automountToken } = account;
  const body = () => ({ automountServiceAccountToken: automountToken });
  return [{ role: "serviceAccount", apiVersion: "v1", kind: "ServiceAccount", name, annotations, body }];
}

function roles(config: ChartConfig, { rbac }: App, account: Account | undefined): readonly Draft[] {
  if (!rbac?.enabled || account === undefined) return [];
  const { rules, clusterRules } = rbac;
  return [
    ...(rules?.length ? grant("", config.name, rules, config, account) : []),
    // Cluster-wide names are told apart by the namespace, so that a chart can be in several.
    ...(clusterRules?.length ? grant("Cluster", clusterName(config), clusterRules, config, account) : []),
  ];
}

const clusterName = ({ name, namespace }: ChartConfig) => (namespace === undefined ? name : `${namespace}-${name}`);
const group = "rbac.authorization.k8s.io";

type Rules = NonNullable<NonNullable<App["rbac"]>["rules"]>;

function grant(scope: "" | "Cluster", name: string, rules: Rules, config: ChartConfig, account: Account): Draft[] {
  const roleName = scope === "" ? "role" : "clusterRole";
  const shared = { apiVersion: `${group}/v1`, name } as const;
  const subject = { kind: "ServiceAccount", name: account.name, namespace: config.namespace ?? inDefault(scope) };
  const body = () => ({ roleRef: { apiGroup: group, kind: `${scope}Role`, name }, subjects: [subject] });
  return [
    { ...shared, role: roleName, kind: `${scope}Role`, body: () => ({ rules: rules.map(policyRule) }) },
    { ...shared, role: `${roleName}Binding`, kind: `${scope}RoleBinding`, body },
  ];
}

/** A ClusterRoleBinding has no namespace that its subjects could default to. */
const inDefault = (scope: "" | "Cluster") => (scope === "" ? undefined : "default");

function policyRule({ apiGroups, resources, resourceNames, nonResourceURLs, verbs }: Rules[number]): object {
  return {
    apiGroups: apiGroups ?? (resources && [""]),
    resources,
    resourceNames: nonEmpty(resourceNames),
    nonResourceURLs,
    verbs,
  };
}
