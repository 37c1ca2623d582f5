from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0018_charts_and_timelines'),
    ]

    operations = [
        migrations.AddField(
            model_name='grievance',
            name='ground',
            field=models.CharField(choices=[('ethics', 'code of ethics: 15 days'), ('unlawful', "others' content is unlawful: 72 hours"), ('order', 'order of a court or the government: 36 hours'), ('private', "somebody's body, or impersonated: 24 hours")], default='ethics', help_text='The code of ethics, for what this paper wrote. The others are the terms of rule 3, for what it carries of others.', max_length=12),
        ),
    ]
