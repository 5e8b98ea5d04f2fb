import MigrationStats
print("x")
