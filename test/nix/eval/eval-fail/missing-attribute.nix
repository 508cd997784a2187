{ replicas = 1; }.replica
