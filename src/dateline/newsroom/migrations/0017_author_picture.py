import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0016_author_ended'),
    ]

    operations = [
        migrations.AddField(
            model_name='author',
            name='picture',
            field=models.ForeignKey(blank=True, help_text='A portrait for the page; its alternative text says who it is.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portrait_of', to='newsroom.picture'),
        ),
    ]
