/** What must be known of a kind without its schema: does it live in a namespace, and what must exist before it. */

/** Kinds of Kubernetes itself, and of widespread custom resources, that have no namespace. */
const clusterScoped = new Set(
  `APIService CSIDriver CSINode CertificateSigningRequest ClusterCleanupPolicy ClusterExternalSecret ClusterIssuer
   ClusterPolicy ClusterRole ClusterRoleBinding ClusterSecretStore ClusterTrustBundle ComponentStatus
   CustomResourceDefinition DeviceClass FlowSchema GatewayClass IPAddress IngressClass MutatingAdmissionPolicy
   MutatingAdmissionPolicyBinding MutatingWebhookConfiguration Namespace Node PersistentVolume PriorityClass
   PriorityLevelConfiguration ResourceSlice RuntimeClass ServiceCIDR StorageClass StorageVersion
   ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration VolumeAttachment
   VolumeAttributesClass`.split(/\s+/),
);

/**
 * The order in which `kubectl apply` meets no missing thing: what others refer to comes first, admission hooks last.
 * Kinds that are not listed (custom resources) come after the workloads and before the hooks.
 */
const applyOrder = `Namespace CustomResourceDefinition PriorityClass StorageClass VolumeAttributesClass IngressClass
  RuntimeClass ResourceQuota LimitRange NetworkPolicy ServiceAccount ClusterRole ClusterRoleBinding Role RoleBinding
  Secret ConfigMap PersistentVolume PersistentVolumeClaim PodDisruptionBudget Service DaemonSet Pod
  ReplicationController ReplicaSet Deployment StatefulSet HorizontalPodAutoscaler Job CronJob Ingress * APIService
  ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding MutatingWebhookConfiguration
  ValidatingWebhookConfiguration`.split(/\s+/);

const ranks = new Map(applyOrder.map((kind, rank) => [kind, rank]));
const otherKinds = applyOrder.indexOf("*");

export function isClusterScoped(kind: string): boolean {
  return clusterScoped.has(kind);
}

/** Smaller comes first; equal kinds keep the order they are in. */
export function applyRank(kind: string): number {
  return ranks.get(kind) ?? otherKinds;
}
