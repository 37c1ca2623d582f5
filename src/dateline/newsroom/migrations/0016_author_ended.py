from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0015_gallery'),
    ]

    operations = [
        migrations.AddField(
            model_name='author',
            name='ended',
            field=models.BooleanField(default=False, help_text='The page says so, and stays with all that was written.', verbose_name='no longer writes here'),
        ),
    ]
