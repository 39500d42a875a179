"""Tasks that wait, run or came to nothing are found by an index, however many were done before.

The table is that of the queue, which asks for what waits alone. What is done is in neither index.
"""

from django.db import migrations

TABLE = "django_tasks_database_dbtaskresult"
INDEXES = {
    "sakip_task_unfinished": "(task_path, status) WHERE status IN ('READY', 'RUNNING')",
    "sakip_task_running": "(started_at) WHERE status = 'RUNNING'",
    "sakip_task_failed": "(finished_at) WHERE status = 'FAILED'",
}


class Migration(migrations.Migration):
    dependencies = (
        ("sakip", "0032_layouts_of_budget_files"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    )

    operations = tuple(
        migrations.RunSQL(
            f'CREATE INDEX "{name}" ON "{TABLE}" {of}',
            f'DROP INDEX IF EXISTS "{name}"',
        )
        for name, of in INDEXES.items()
    )
