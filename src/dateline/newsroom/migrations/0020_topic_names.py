import dateline.newsroom.models.lines
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0019_grievance_ground'),
    ]

    operations = [
        migrations.AddField(
            model_name='topic',
            name='names',
            field=dateline.newsroom.models.lines.LinesField(blank=True, default=list, help_text='One a line, the language first: hi: जापान. Pages in that language say it; without one they say the name above.', verbose_name='names in other languages'),
        ),
    ]
