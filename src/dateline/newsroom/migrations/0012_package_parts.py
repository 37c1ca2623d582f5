"""Which items came inside a package's own bytes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the table of package parts."""

    dependencies = [
        ("newsroom", "0011_grievances"),
    ]

    operations = [
        migrations.CreateModel(
            name="PackagePart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("provider", models.CharField(max_length=100)),
                ("package", models.CharField(max_length=500)),
                ("part", models.CharField(max_length=500)),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddConstraint(
            model_name="packagepart",
            constraint=models.UniqueConstraint(
                fields=("provider", "package", "part"), name="package_part_once"
            ),
        ),
    ]
