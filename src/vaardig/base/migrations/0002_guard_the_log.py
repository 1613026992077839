from django.db import migrations

from vaardig.base import audit


class Migration(migrations.Migration):
    dependencies = [("base", "0001_initial")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: audit.guard(), lambda apps, schema_editor: audit.unguard())
    ]
