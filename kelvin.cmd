@echo off
rem Starts Kelvin. Builds it first when the jar is missing or older than what it is made of.
setlocal
set "KELVIN_HOME=%~dp0"
set "KELVIN_JAR=%KELVIN_HOME%target\kelvin.jar"
set "KELVIN_JAVA=java"
if defined JAVA_HOME set "KELVIN_JAVA=%JAVA_HOME%\bin\java.exe"

if not exist "%KELVIN_JAR%" goto build
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:KELVIN_JAR).LastWriteTime; if (Get-ChildItem -Recurse -LiteralPath ($env:KELVIN_HOME + 'pom.xml'), ($env:KELVIN_HOME + 'src\main') | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }"
if not errorlevel 1 goto run

:build
echo building Kelvin (first time, about a minute)... 1>&2
set "KELVIN_WORK=target\launcher.%RANDOM%%RANDOM%"
pushd "%KELVIN_HOME%"
set "MAVEN_OPTS=%MAVEN_OPTS% -Dguice_custom_class_loading=CHILD"
set "KELVIN_COMMIT="
for /f %%C in ('git describe --always --dirty --abbrev^=40 2^>nul') do set "KELVIN_COMMIT=%%C"
call mvnw.cmd -q -B -Dquick -Dmaven.test.skip=true "-Dbuild.folder=%KELVIN_WORK%" "-Dgit.commit=%KELVIN_COMMIT%" package 1>&2
set "KELVIN_STATUS=%ERRORLEVEL%"
if "%KELVIN_STATUS%"=="0" for %%J in ("%KELVIN_WORK%\kelvin-*-all.jar") do move /y "%%J" target\kelvin.jar >nul
if exist "%KELVIN_WORK%" rmdir /s /q "%KELVIN_WORK%"
popd
if "%KELVIN_STATUS%"=="0" goto run
echo kelvin: the build failed, see above 1>&2
exit /b %KELVIN_STATUS%

:run
"%KELVIN_JAVA%" -XX:+UseSerialGC -Xshare:auto -Djava.awt.headless=true -jar "%KELVIN_JAR%" %*
exit /b %ERRORLEVEL%
